"""What the consent page shows: the details in three groups, in both scripts."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eid_auth.mock_node import profile
from eid_auth.mock_node.leaving import answering_person
from eid_auth.mock_node.models import NodeLogin
from eid_auth.mock_node.personas import Persona
from eid_auth.mock_node.services import Service

LABELS = {
    "PersonIdentifier": _("Identifier"),
    "CurrentFamilyName": _("Family name"),
    "CurrentGivenName": _("First names"),
    "DateOfBirth": _("Date of birth"),
    "BirthName": _("Name at birth"),
    "PlaceOfBirth": _("Place of birth"),
    "Gender": _("Gender"),
}

GENDERS = {"Male": _("Male"), "Female": _("Female"), "Unspecified": _("Not specified")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One line of the page."""

    local: str
    label: str | Promise
    value: str | Promise = ""
    original: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView:
    """The question put to the person."""

    person: Persona
    mandatory: tuple[Detail, ...]
    optional: tuple[Detail, ...]
    unavailable: tuple[Detail, ...]


def consent_view(login: NodeLogin, service: Service) -> ConsentView:
    person = answering_person(login)
    known = person.attributes(service.country)
    details = {
        local: Detail(local=local, label=LABELS[local], value=_in_words(person, local, text.latin), original=text.original)
        for local, text in known.items()
    }
    return ConsentView(
        person=person,
        mandatory=tuple(details[local] for local in profile.MANDATORY),
        optional=tuple(details[local] for local in login.optional if local in details),
        unavailable=tuple(Detail(local=local, label=LABELS[local]) for local in login.optional if local not in details),
    )


def _in_words(person: Persona, local: str, value: str) -> str | Promise:
    """Dates and closed lists as people read them; names and identifiers as they are."""
    if local == "DateOfBirth":
        return date_format(person.date_of_birth, "j F Y")
    return GENDERS.get(value, value) if local == "Gender" else value
