"""Asks the node who the citizen is: the AuthnRequest of the eIDAS profile (identity 2)."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from lxml.builder import ElementMaker
from lxml.etree import _Element

from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.attribute_names import MINIMUM_DATA_SET, OPTIONAL, RequestedAttribute
from eid_auth.service_provider.levels import LEVEL_URIS
from eid_auth.service_provider.namespaces import EIDAS, ENTITY_FORMAT, SAML, SAMLP, UNSPECIFIED_NAME_ID, URI_NAME_FORMAT

NAMESPACES = {"samlp": SAMLP, "saml": SAML, "eidas": EIDAS}
P = ElementMaker(namespace=SAMLP, nsmap=NAMESPACES)
A = ElementMaker(namespace=SAML)
X = ElementMaker(namespace=EIDAS)
SIGNATURE_POSITION = 1  # directly after the Issuer


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthnRequest:
    """What one service asks of the node, for one login."""

    request_id: str
    issued_at: datetime
    destination: str
    issuer: str
    provider_name: str
    minimum: LevelOfAssurance
    attributes: tuple[RequestedAttribute, ...] = MINIMUM_DATA_SET + OPTIONAL


def new_request_id() -> str:
    """An xsd:ID of 128 random bits."""
    return f"_{secrets.token_hex(16)}"


def write_authn_request(request: AuthnRequest) -> _Element:
    """The request, unsigned; without ACS address, which the node takes from our signed metadata."""
    return P.AuthnRequest(
        A.Issuer(request.issuer, Format=ENTITY_FORMAT),
        P.Extensions(X.SPType("public"), X.RequestedAttributes(*(_requested(a) for a in request.attributes))),
        P.NameIDPolicy(AllowCreate="true", Format=UNSPECIFIED_NAME_ID),
        P.RequestedAuthnContext(A.AuthnContextClassRef(LEVEL_URIS[request.minimum]), Comparison="minimum"),
        ID=request.request_id,
        Version="2.0",
        IssueInstant=request.issued_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        Destination=request.destination,
        ForceAuthn="true",
        IsPassive="false",
        ProviderName=request.provider_name,
        Consent="urn:oasis:names:tc:SAML:2.0:consent:unspecified",
    )


def _requested(attribute: RequestedAttribute) -> _Element:
    return X.RequestedAttribute(
        Name=attribute.name,
        NameFormat=URI_NAME_FORMAT,
        FriendlyName=attribute.friendly_name,
        isRequired="true" if attribute.required else "false",
    )
