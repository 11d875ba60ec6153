"""From the bytes the browser brought to the person the node vouches for; every step refuses by name."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from lxml.etree import _Element

from deployments.service import sealer
from eid_auth.service_provider import assertion as checks
from eid_auth.service_provider.attribute_names import PERSON_IDENTIFIER
from eid_auth.service_provider.attributes import read_attributes
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.guard.expectation import Expectation
from eid_auth.service_provider.guard.guard import refuse_unless_safe
from eid_auth.service_provider.guard.signatures import refuse_unless_one_plain_signature
from eid_auth.service_provider.guard.structure import refuse_outside_references, refuse_twin_identifiers
from eid_auth.service_provider.guard.transport import parsed
from eid_auth.service_provider.identifier import read_identifier
from eid_auth.service_provider.identity import AuthenticatedIdentity
from eid_auth.service_provider.library import decrypted
from eid_auth.service_provider.namespaces import ds
from eid_auth.service_provider.person import original_script, read_person

HIDDEN = (b"<?", b"<!--")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedAnswer:
    """A believed answer: the person, and what must not come a second time."""

    identity: AuthenticatedIdentity
    response_id: str
    assertion_id: str
    digest: str


def verified_answer(content: bytes, expected: Expectation, *, now: datetime) -> VerifiedAnswer:
    """The person, or LoginRefused, or LoginDeclined."""
    response_id = refuse_unless_safe(content, expected, now=now)
    opened = decrypted(content, expected)
    response = _readable(opened.content)
    opened.refuse_unless_valid(expected)
    assertion = checks.the_assertion(response)
    checks.refuse_unless_addressed(assertion, expected, now=now)
    return VerifiedAnswer(
        identity=_identity(assertion, expected, now=now),
        response_id=response_id,
        assertion_id=assertion.get("ID", ""),
        digest=hashlib.sha256(content).hexdigest(),
    )


def _readable(content: bytes) -> _Element:
    """The decrypted response, parsed anew; what the guard demanded outside holds inside too."""
    if any(mark in content for mark in HIDDEN):
        raise LoginRefused(Refusal.HIDDEN_NODE)
    response = parsed(content)
    refuse_twin_identifiers(response)
    refuse_outside_references(response)
    assertion = checks.the_assertion(response)
    if next(assertion.iter(ds("Signature")), None) is not None:
        refuse_unless_one_plain_signature(assertion)
    return response


def _identity(assertion: _Element, expected: Expectation, *, now: datetime) -> AuthenticatedIdentity:
    level = checks.reached_level(assertion, expected.minimum)
    authenticated_at = checks.authenticated_at(assertion, expected, now=now)
    found = read_attributes(assertion)
    identifier = read_identifier(found[PERSON_IDENTIFIER].latin, chosen=expected.country, receiver=expected.provider.country)
    return AuthenticatedIdentity(
        person=read_person(found, identifier, level),
        original_script=original_script(found),
        issuer_country=identifier.issuer,
        authenticated_at=authenticated_at,
        person_index=sealer().blind_index(str(identifier), purpose="person"),
    )
