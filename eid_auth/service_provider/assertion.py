"""What the library leaves open: each check refuses by its own name (identity 6.1)."""

from datetime import datetime

from lxml.etree import _Element

from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.guard.expectation import Expectation
from eid_auth.service_provider.levels import LEVELS
from eid_auth.service_provider.moments import LONGEST_VALIDITY, SKEW, moment, refuse_unless_just_issued
from eid_auth.service_provider.namespaces import BEARER, saml


def the_assertion(response: _Element) -> _Element:
    """The one assertion, directly in the response."""
    assertions = list(response.iter(saml("Assertion")))
    if len(assertions) != 1 or assertions[0].getparent() is not response or not assertions[0].get("ID"):
        raise LoginRefused(Refusal.ASSERTION_COUNT)
    return assertions[0]


def refuse_unless_addressed(assertion: _Element, expected: Expectation, *, now: datetime) -> None:
    """Issued by the node, just now, to us alone, for this request, for a few minutes."""
    if assertion.findtext(saml("Issuer")) != expected.node.entity_id:
        raise LoginRefused(Refusal.ISSUER)
    refuse_unless_just_issued(assertion, now=now)
    _refuse_unless_confirmed(assertion, expected, now=now)
    _refuse_unless_valid_now(_only(assertion, "Conditions", Refusal.VALIDITY), now=now)
    _refuse_unless_for(assertion, expected.provider.entity_id)


def _refuse_unless_confirmed(assertion: _Element, expected: Expectation, *, now: datetime) -> None:
    confirmation = _only(_only(assertion, "Subject", Refusal.SUBJECT_CONFIRMATION), "SubjectConfirmation", Refusal.SUBJECT_CONFIRMATION)
    data = _only(confirmation, "SubjectConfirmationData", Refusal.SUBJECT_CONFIRMATION)
    if confirmation.get("Method") != BEARER or data.get("InResponseTo") != expected.request_id:
        raise LoginRefused(Refusal.SUBJECT_CONFIRMATION)
    if data.get("Recipient") != expected.provider.acs_url:
        raise LoginRefused(Refusal.RECIPIENT)
    if moment(data, "NotOnOrAfter", otherwise=Refusal.VALIDITY) + SKEW <= now:
        raise LoginRefused(Refusal.VALIDITY)


def _refuse_unless_valid_now(conditions: _Element, *, now: datetime) -> None:
    begins = moment(conditions, "NotBefore", otherwise=Refusal.VALIDITY)
    ends = moment(conditions, "NotOnOrAfter", otherwise=Refusal.VALIDITY)
    if ends - begins > LONGEST_VALIDITY or not begins - SKEW <= now < ends + SKEW:
        raise LoginRefused(Refusal.VALIDITY)


def _refuse_unless_for(assertion: _Element, entity_id: str) -> None:
    restrictions = assertion.findall(f"{saml('Conditions')}/{saml('AudienceRestriction')}")
    audiences = [audience.text for restriction in restrictions for audience in restriction]
    if len(restrictions) != 1 or audiences != [entity_id]:
        raise LoginRefused(Refusal.AUDIENCE)


def authenticated_at(assertion: _Element, expected: Expectation, *, now: datetime) -> datetime:
    """When the person authenticated: after we asked, since the request forces it."""
    statement = _only(assertion, "AuthnStatement", Refusal.AUTHENTICATION_INSTANT)
    instant = moment(statement, "AuthnInstant", otherwise=Refusal.AUTHENTICATION_INSTANT)
    if not expected.requested_at - SKEW <= instant <= now + SKEW:
        raise LoginRefused(Refusal.AUTHENTICATION_INSTANT)
    return instant


def reached_level(assertion: _Element, minimum: LevelOfAssurance) -> LevelOfAssurance:
    """The level of this login, compared by rank; an unknown one is never taken for another."""
    context = assertion.findall(f"{saml('AuthnStatement')}/{saml('AuthnContext')}/{saml('AuthnContextClassRef')}")
    level = LEVELS.get(context[0].text or "") if len(context) == 1 else None
    if level is None:
        raise LoginRefused(Refusal.ASSURANCE_UNKNOWN)
    if not level.meets(minimum):
        raise LoginRefused(Refusal.ASSURANCE_TOO_LOW)
    return level


def _only(parent: _Element, name: str, otherwise: Refusal) -> _Element:
    found = parent.findall(saml(name))
    if len(found) != 1:
        raise LoginRefused(otherwise)
    return found[0]
