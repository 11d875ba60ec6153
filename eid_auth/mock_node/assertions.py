"""Writes what the node says about a person: the eIDAS assertion (identity 4.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree
from lxml.builder import ElementMaker
from lxml.etree import _Element

from eid_auth.mock_node import profile

NAMESPACES = {"saml": profile.ASSERTION, "xsi": profile.SCHEMA_INSTANCE, "np": profile.NATURAL_TYPES}
A = ElementMaker(namespace=profile.ASSERTION, nsmap=NAMESPACES)
LIFETIME = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class AttributeText:
    """One attribute's value, with its form in the person's own script where there is another."""

    latin: str
    original: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Everything an assertion states; each part on its own, so that a test can say one thing wrong."""

    assertion_id: str
    issued_at: datetime
    issuer: str
    in_response_to: str
    recipient: str
    audience: str
    name_id: str
    level: str
    authenticated_at: datetime
    attributes: Mapping[str, AttributeText]

    @property
    def ends_at(self) -> datetime:
        return self.issued_at + LIFETIME


def write_assertion(statement: Statement) -> bytes:
    """The assertion, unsigned and in clear."""
    return etree.tostring(
        A.Assertion(
            A.Issuer(statement.issuer, Format=profile.ENTITY),
            _subject(statement),
            A.Conditions(
                A.AudienceRestriction(A.Audience(statement.audience)),
                NotBefore=instant(statement.issued_at),
                NotOnOrAfter=instant(statement.ends_at),
            ),
            A.AuthnStatement(
                A.AuthnContext(A.AuthnContextClassRef(profile.LEVEL_ADDRESSES[statement.level])),
                AuthnInstant=instant(statement.authenticated_at),
            ),
            A.AttributeStatement(*(_attribute(local, value) for local, value in statement.attributes.items())),
            ID=statement.assertion_id,
            Version="2.0",
            IssueInstant=instant(statement.issued_at),
        )
    )


def instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _subject(statement: Statement) -> _Element:
    data = A.SubjectConfirmationData(
        InResponseTo=statement.in_response_to, Recipient=statement.recipient, NotOnOrAfter=instant(statement.ends_at)
    )
    return A.Subject(A.NameID(statement.name_id, Format=profile.UNSPECIFIED), A.SubjectConfirmation(data, Method=profile.BEARER))


def _attribute(local: str, value: AttributeText) -> _Element:
    """The value's type says which attribute it is; the second script is marked in the type's namespace."""
    kind = {profile.name(profile.SCHEMA_INSTANCE, "type"): f"np:{local}Type"}
    values = [A.AttributeValue(value.latin, kind)]
    if value.original:
        values.append(A.AttributeValue(value.original, {**kind, profile.name(profile.NATURAL_TYPES, "LatinScript"): "false"}))
    return A.Attribute(
        *values,
        Name=f"{profile.PERSON}{local}",
        NameFormat=profile.URI_FORMAT,
        FriendlyName=profile.FRIENDLY.get(local, local),
    )
