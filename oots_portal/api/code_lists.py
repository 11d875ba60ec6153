"""Code lists with labels, from the vocabulary; country and language names from CLDR."""

from collections.abc import Callable, Iterable, Mapping

from babel import Locale

from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.countries import COUNTRIES, OOTS_COUNTRIES
from edm.vocabulary.exceptions import EXCEPTIONS
from edm.vocabulary.languages import LANGUAGES
from edm.vocabulary.media_types import MEDIA_TYPES
from edm.vocabulary.procedures import ACCEPTED_PROCEDURES
from oots_portal.api.procedure_names import PROCEDURE_NAMES

CodeList = Mapping[str, Mapping[str, str]]
SPOKEN = ("en", "fr")
# CLDR knows Greece by its ISO code.
ISO_CODES = {"EL": "GR"}


def country_names(code: str) -> dict[str, str]:
    return {language: str(Locale(language).territories[ISO_CODES.get(code, code)]) for language in SPOKEN}


def _countries(codes: Iterable[str]) -> CodeList:
    return {code: country_names(code) for code in sorted(codes)}


def _languages() -> CodeList:
    known = {language: Locale(language).languages for language in SPOKEN}
    return {code: {language: str(names.get(code.lower(), code)) for language, names in known.items()} for code in sorted(LANGUAGES)}


def _procedures() -> CodeList:
    return {code: procedure_names(code) for code in sorted(ACCEPTED_PROCEDURES)}


def procedure_names(code: str) -> dict[str, str]:
    return {"en": PROCEDURE_NAMES.get(code, code)}


CODE_LISTS: Mapping[str, Callable[[], CodeList]] = {
    "countries": lambda: _countries(COUNTRIES),
    "edm-error-codes": lambda: {exception.code: {"en": exception.message} for exception in EXCEPTIONS},
    "languages": _languages,
    "levels-of-assurance": lambda: {level.value: {"en": level.value} for level in LevelOfAssurance},
    "media-types": lambda: {media_type: {"en": media_type} for media_type in sorted(MEDIA_TYPES)},
    "oots-countries": lambda: _countries(OOTS_COUNTRIES),
    "procedures": _procedures,
}
