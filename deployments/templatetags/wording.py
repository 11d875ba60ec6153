"""Template filters over `deployments.wording`: plain words, and `lang` on whatever is not in the page's language."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from deployments import wording

register = template.Library()
NEUTRAL_ZONE = "Europe/Brussels"


def _with_language(text: str, language: str) -> str | SafeString:
    if not text or language == wording.reader_language():
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def country(code: str) -> str:
    return wording.country_name(code)


@register.filter
def language(code: str) -> str:
    return wording.language_name(code)


@register.filter
def languages(codes: tuple[str, ...]) -> str:
    return ", ".join(wording.language_name(code) for code in codes)


@register.filter
def media(media_type: str) -> str:
    return wording.media_name(media_type)


@register.filter
def role(part: str) -> str:
    return wording.role_name(part)


@register.filter
def assurance(level: str | None) -> str:
    return wording.assurance_name(level)


@register.filter
def size(number: int) -> str:
    return wording.size_name(number)


@register.filter
def day(moment: date) -> str:
    return wording.day(moment)


@register.filter
def duration(length: timedelta) -> str:
    return wording.duration(length)


@register.filter
def said(texts: Mapping[str, str]) -> str | SafeString:
    """The text for this reader, marked with its language where it differs from the page's."""
    return _with_language(*wording.said(texts))


@register.filter
def said_plainly(texts: Mapping[str, str]) -> str:
    """The same without a mark, for titles and attributes."""
    return wording.said(texts)[0]


@register.filter
def original(texts: Mapping[str, str], country: str = "") -> str | SafeString:
    """The text in the language of its country, empty when that is the one already said."""
    found = wording.original(texts, country)
    return _with_language(*found) if found else ""


@register.filter
def own_name(texts: Mapping[str, str], country: str = "") -> str | SafeString:
    """The name an office gives itself."""
    return original(texts, country) or said(texts)


@register.simple_tag(takes_context=True)
def clock(context: Context, moment: datetime) -> SafeString:
    """The time of day on this site's clocks, with the place they stand in."""
    zone = _zone(context)
    return format_html(
        '<time datetime="{}">{}</time> ({})',
        moment.isoformat(timespec="seconds"),
        wording.clock_time(moment, zone),
        wording.zone_name(zone),
    )


@register.simple_tag(takes_context=True)
def hour(context: Context, moment: datetime) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="seconds"), wording.clock_time(moment, _zone(context)))


@register.simple_tag(takes_context=True)
def local_day(context: Context, moment: datetime) -> str:
    """The day on this site's clocks."""
    return wording.day(wording.in_zone(moment, _zone(context)))


def _zone(context: Context) -> str:
    state = getattr(context.get("origin"), "member_state", None)
    return state.time_zone if state else NEUTRAL_ZONE


@register.filter
def breakable(host: str) -> SafeString:
    """A host name that may break after its dots."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in _with_dots(host or "")))


def _with_dots(host: str) -> list[str]:
    parts = host.split(".")
    return [f"{part}." for part in parts[:-1]] + parts[-1:]


@register.filter
def without_scheme(origin: str) -> str:
    return origin.removeprefix("https://")


@register.simple_tag(takes_context=True)
def authority_here(context: Context) -> object:
    """Whose site this is: the one the page names, else the portal's authority, else the first that provides."""
    state = getattr(context.get("origin"), "member_state", None)
    named = context.get("site_authority")
    return named or (state and (state.requester or next(iter(state.providers), None)))
