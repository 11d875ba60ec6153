"""The people and the login schemes of the sandbox, read from two data files."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from eid_auth.mock_node import profile
from eid_auth.mock_node.assertions import AttributeText
from eid_auth.mock_node.node import on_the_wire
from eid_auth.mock_node.roles import ROLES, Role

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """An invented person, with what their national scheme knows of them."""

    key: str
    country: str
    local: str
    family_name: str
    given_name: str
    date_of_birth: date
    level: str
    role: str
    family_name_original: str = ""
    given_name_original: str = ""
    birth_name: str = ""
    place_of_birth: str = ""
    gender: str = ""
    second_login: str = ""

    @property
    def described(self) -> Role:
        return ROLES[self.role]

    @property
    def can_be_chosen(self) -> bool:
        return self.role in ROLES

    def reaches(self, minimum: str) -> bool:
        return profile.LEVEL_NAMES.index(self.level) >= profile.LEVEL_NAMES.index(minimum)

    def attributes(self, receiver: str) -> Mapping[str, AttributeText]:
        """What can be told to a service of `receiver`, by local attribute name; what is unknown is absent."""
        values = {
            "PersonIdentifier": AttributeText(f"{on_the_wire(self.country)}/{on_the_wire(receiver)}/{self.local}"),
            "CurrentFamilyName": AttributeText(self.family_name, self.family_name_original),
            "CurrentGivenName": AttributeText(self.given_name, self.given_name_original),
            "DateOfBirth": AttributeText(self.date_of_birth.isoformat()),
            "BirthName": AttributeText(self.birth_name),
            "PlaceOfBirth": AttributeText(self.place_of_birth),
            "Gender": AttributeText(self.gender),
        }
        return {local: value for local, value in values.items() if value.latin}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A country's login page: its language and the invented name of its scheme."""

    country: str
    language: str
    scheme: str

    @property
    def own_name(self) -> str:
        """The country in its own language."""
        return self.name_in(self.language)

    def name_in(self, language: str) -> str:
        return str(Locale.parse(language).territories[on_the_wire(self.country)])


@cache
def personas() -> Mapping[str, Persona]:
    return {key: Persona(key=key, **table) for key, table in _tables("personas.toml").items()}


@cache
def schemes() -> Mapping[str, Scheme]:
    return {country: Scheme(country=country, **table) for country, table in _tables("schemes.toml").items()}


def people_of(country: str) -> tuple[Persona, ...]:
    """Whom one may log in as."""
    return tuple(p for p in personas().values() if p.country == country and p.can_be_chosen)


def _tables(file: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))
