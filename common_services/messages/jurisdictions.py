"""Where a declaration holds: a country, and national codes below it (line 2.0, chapter 2.3)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JurisdictionCode:
    """One code of a national list; `list_id` is the list's Semantic Repository address."""

    list_id: str
    code: str


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    country: str
    codes: tuple[JurisdictionCode, ...] = ()
