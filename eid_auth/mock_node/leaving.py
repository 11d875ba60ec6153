"""What the person chose, as the answer the service gets."""

from collections.abc import Iterable
from datetime import datetime

from eid_auth.mock_node import profile
from eid_auth.mock_node.answers import Envelope, fresh_id, negative_answer, positive_answer
from eid_auth.mock_node.assertions import AttributeText, Statement
from eid_auth.mock_node.browsers import has_logged_in_before
from eid_auth.mock_node.models import NodeLogin
from eid_auth.mock_node.node import entity_id
from eid_auth.mock_node.personas import Persona, personas
from eid_auth.mock_node.services import Service

CANCELLED = ("Responder", "AuthnFailed")
NOT_AGREED = ("Requester", "RequestDenied")
TOO_WEAK = ("Requester", "NoAuthnContext")


def answering_person(login: NodeLogin) -> Persona:
    """Whom the service will hear about: P16 answers as somebody else the second time."""
    chosen = personas()[login.persona]
    swapped = chosen.second_login and has_logged_in_before(login, chosen.key)
    return personas()[chosen.second_login] if swapped else chosen


def agreed(login: NodeLogin, service: Service, ticked: Iterable[str], *, now: datetime) -> bytes:
    """The mandatory details, and of the optional ones those that were asked for and ticked."""
    person = answering_person(login)
    known = person.attributes(service.country)
    told = (*profile.MANDATORY, *(local for local in login.optional if local in set(ticked)))
    return positive_answer(
        envelope(login, service, now=now),
        _statement(login, service, person, {local: known[local] for local in told if local in known}, now=now),
        service,
    )


def declined(login: NodeLogin, service: Service, status: tuple[str, str], *, now: datetime) -> bytes:
    top, second = status
    return negative_answer(envelope(login, service, now=now), top=top, second=second)


def envelope(login: NodeLogin, service: Service, *, now: datetime) -> Envelope:
    return Envelope(response_id=fresh_id(), issued_at=now, issuer=entity_id(), destination=service.acs, in_response_to=login.request_id)


def _statement(login: NodeLogin, service: Service, person: Persona, attributes: dict[str, AttributeText], *, now: datetime) -> Statement:
    return Statement(
        assertion_id=fresh_id(),
        issued_at=now,
        issuer=entity_id(),
        in_response_to=login.request_id,
        recipient=service.acs,
        audience=service.entity_id,
        name_id=fresh_id(),
        level=person.level,
        authenticated_at=login.authenticated_at or now,
        attributes=attributes,
    )
