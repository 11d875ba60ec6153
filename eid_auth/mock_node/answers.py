"""Writes what goes back to the service: a signed response, with an encrypted assertion or with a status alone."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from lxml import etree
from lxml.builder import ElementMaker
from lxml.etree import _Element

from deployments.service import keys
from eid_auth.mock_node import profile
from eid_auth.mock_node.assertions import Statement, instant, write_assertion
from eid_auth.mock_node.encrypting import encrypted
from eid_auth.mock_node.services import Service
from eid_auth.mock_node.signing import signed

P = ElementMaker(namespace=profile.PROTOCOL, nsmap={"samlp": profile.PROTOCOL, "saml": profile.ASSERTION})
A = ElementMaker(namespace=profile.ASSERTION)
SIGNING_KEY = "eidas-node-signing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The outside of a response: to whom, in answer to what."""

    response_id: str
    issued_at: datetime
    issuer: str
    destination: str
    in_response_to: str


def fresh_id() -> str:
    return f"_{secrets.token_hex(16)}"


def positive_answer(envelope: Envelope, statement: Statement, service: Service) -> bytes:
    """The person's details, signed, encrypted for the service, signed again as a whole."""
    assertion = signed(write_assertion(statement), keys().rsa(SIGNING_KEY))
    return assemble(envelope, status_element("Success"), encrypted(assertion, service.encryption))


def negative_answer(envelope: Envelope, *, top: str, second: str) -> bytes:
    """No details, and which code says why."""
    return assemble(envelope, status_element(top, second))


def assemble(envelope: Envelope, status: _Element, *content: bytes) -> bytes:
    return signed(unsigned(envelope, status, *content), keys().rsa(SIGNING_KEY))


def unsigned(envelope: Envelope, status: _Element, *content: bytes) -> bytes:
    response = P.Response(
        A.Issuer(envelope.issuer, Format=profile.ENTITY),
        status,
        *(etree.fromstring(part) for part in content),
        ID=envelope.response_id,
        InResponseTo=envelope.in_response_to,
        Version="2.0",
        IssueInstant=instant(envelope.issued_at),
        Destination=envelope.destination,
        Consent=profile.CONSENT_OBTAINED,
    )
    return etree.tostring(response)


def status_element(top: str, second: str = "") -> _Element:
    inner = (P.StatusCode(Value=profile.STATUS + second),) if second else ()
    return P.Status(P.StatusCode(*inner, Value=profile.STATUS + top))
