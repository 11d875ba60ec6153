"""How countries, languages, times and sizes are said to a reader, in the language that is active."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_location
from babel.languages import get_official_languages
from babel.units import format_unit
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

# Directories write EL, everybody else GR; British English, as the regulation does.
ISO_COUNTRY = {"EL": "GR"}
BABEL_LOCALE = {"en": "en_GB"}
ROLES = {
    "MainEvidence": _("Document"),
    "HumanReadableVersion": _("Version to read"),
    "Translation": _("Translation"),
    "Annex": _("Annex"),
}
ASSURANCE = {"High": _("High"), "Substantial": _("Substantial"), "Low": _("Low")}
MEDIA = {"application/pdf": "PDF", "application/xml": "XML", "text/xml": "XML", "image/png": "PNG", "image/jpeg": "JPEG"}
LONGEST_IN_SECONDS = timedelta(seconds=90)


def reader_language() -> str:
    return (get_language() or "en").split("-")[0]


def reader_locale() -> Locale:
    language = reader_language()
    try:
        return Locale.parse(BABEL_LOCALE.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(BABEL_LOCALE["en"])


def country_name(code: str) -> str:
    """The country behind a directory code; the code itself when nobody knows it."""
    return reader_locale().territories.get(ISO_COUNTRY.get(code, code)) or code


def language_name(code: str) -> str:
    return reader_locale().languages.get(code.lower()) or code


def media_name(media_type: str) -> str:
    return MEDIA.get(media_type, media_type)


def role_name(role: str) -> str:
    """What a part of a package is."""
    return str(ROLES.get(role, role))


def assurance_name(level: str | None) -> str:
    """How strong a sign-in is."""
    return str(ASSURANCE[level]) if level else gettext("None")


def size_name(size: int) -> str:
    """Bytes as a person would say them."""
    if size < 1_000_000:
        return gettext("%(size)s kB") % {"size": max(1, round(size / 1000))}
    return gettext("%(size)s MB") % {"size": round(size / 1_000_000, 1)}


def day(moment: date) -> str:
    return format_date(moment, "long", locale=reader_locale())


def clock_time(moment: datetime, time_zone: str) -> str:
    """Hour and minute on the clocks of `time_zone`."""
    return format_time(in_zone(moment, time_zone), "short", locale=reader_locale())


def in_zone(moment: datetime, time_zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(time_zone))


def zone_name(time_zone: str) -> str:
    """Whose clocks: the city."""
    city = get_timezone_location(ZoneInfo(time_zone), locale=reader_locale(), return_city=True)
    return gettext("%(city)s time") % {"city": city}


def duration(length: timedelta) -> str:
    """Whole minutes, or seconds when there are few."""
    if length < LONGEST_IN_SECONDS:
        return format_unit(max(0, round(length.total_seconds())), "duration-second", locale=reader_locale())
    return format_unit(int(length.total_seconds() // 60), "duration-minute", locale=reader_locale())


def said(texts: Mapping[str, str]) -> tuple[str, str]:
    """The text for this reader and its language: the reader's, else English, else the first there is."""
    by_language = {language.lower(): text for language, text in texts.items()}
    for language in (reader_language(), "en", *by_language):
        if language in by_language:
            return by_language[language], language
    return "", reader_language()


def original(texts: Mapping[str, str], country: str = "") -> tuple[str, str] | None:
    """The text as its own office writes it, in a language of `country`, when that is another than the one said."""
    _text, shown = said(texts)
    by_language = {language.lower(): text for language, text in texts.items() if text}
    own = [language for language in _languages_of(country) if language in by_language]
    if not own or shown in own or own[0] == "en":
        return None
    return by_language[own[0]], own[0]


def _languages_of(country: str) -> tuple[str, ...]:
    return get_official_languages(ISO_COUNTRY.get(country, country)) if country else ()
