"""What the consent page shows: the details in three groups, in both scripts."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One line of the page."""

    local: str
    label: str | Promise
    value: str = ""
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
    details = {local: Detail(local=local, label=LABELS[local], value=v.latin, original=v.original) for local, v in known.items()}
    return ConsentView(
        person=person,
        mandatory=tuple(details[local] for local in profile.MANDATORY),
        optional=tuple(details[local] for local in login.optional if local in details),
        unavailable=tuple(Detail(local=local, label=LABELS[local]) for local in login.optional if local not in details),
    )
