"""The countries one may choose, each in its own language and in the reader's."""

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from eid_auth.mock_node.node import enabled_countries
from eid_auth.mock_node.personas import Scheme, schemes


@dataclass(frozen=True, slots=True)
class CountryChoice:
    scheme: Scheme
    readers_name: str


def country_choices(language: str | None) -> tuple[CountryChoice, ...]:
    """Every enabled country that has a login scheme, in the reader's alphabetical order."""
    reader = _known(language)
    offered = (schemes()[country] for country in enabled_countries() if country in schemes())
    return tuple(sorted((CountryChoice(s, s.name_in(reader)) for s in offered), key=lambda choice: choice.readers_name))


def _known(language: str | None) -> str:
    try:
        return Locale.parse(language or "en", sep="-").language
    except (UnknownLocaleError, ValueError):
        return "en"
