"""From verified attributes to the person of the evidence request (identity 3.1)."""

from collections.abc import Mapping
from datetime import date

from edm.messages.persons import NaturalPerson
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider import attribute_names as names
from eid_auth.service_provider.attributes import Value
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.identifier import EidasIdentifier

SCRIPTED_FIELDS = {names.FAMILY_NAME: "family_name", names.GIVEN_NAME: "given_name", names.BIRTH_NAME: "birth_name"}


def read_person(found: Mapping[str, Value], identifier: EidasIdentifier, level: LevelOfAssurance) -> NaturalPerson:
    return NaturalPerson(
        level_of_assurance=level,
        eidas_identifier=identifier.for_exchange,
        family_name=found[names.FAMILY_NAME].latin,
        given_name=found[names.GIVEN_NAME].latin,
        date_of_birth=_date(found[names.DATE_OF_BIRTH].latin),
        birth_name=_optional(found, names.BIRTH_NAME),
        place_of_birth=_optional(found, names.PLACE_OF_BIRTH),
        gender=_optional(found, names.GENDER),
    )


def original_script(found: Mapping[str, Value]) -> dict[str, str]:
    """The names in their own script, by field of the person."""
    values = {field: found[name].original for name, field in SCRIPTED_FIELDS.items() if name in found}
    return {field: original for field, original in values.items() if original is not None}


def _optional(found: Mapping[str, Value], name: str) -> str | None:
    return found[name].latin if name in found else None


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise LoginRefused(Refusal.ATTRIBUTES) from fault
