"""Who the node is: its signed IdP metadata (identity 4.2)."""

import base64
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from lxml.builder import ElementMaker
from lxml.etree import _Element

from deployments.service import keys
from eid_auth.mock_node import profile
from eid_auth.mock_node.answers import SIGNING_KEY, fresh_id
from eid_auth.mock_node.assertions import instant
from eid_auth.mock_node.node import entity_id, sso_address
from eid_auth.mock_node.signing import signed

METADATA_KEY = "eidas-node-metadata"
VALID_FOR = timedelta(days=2)
M = ElementMaker(namespace=profile.METADATA, nsmap={"md": profile.METADATA, "saml": profile.ASSERTION})
A = ElementMaker(namespace=profile.ASSERTION)
S = ElementMaker(namespace=profile.SIGNATURE, nsmap={"ds": profile.SIGNATURE})


def write_metadata(*, now: datetime) -> bytes:
    document = M.EntityDescriptor(
        M.IDPSSODescriptor(
            M.KeyDescriptor(_key_info(), use="signing"),
            M.NameIDFormat(profile.UNSPECIFIED),
            M.SingleSignOnService(Binding=profile.HTTP_POST, Location=sso_address()),
            *(_supported(local) for local in profile.MANDATORY + profile.OPTIONAL),
            WantAuthnRequestsSigned="true",
            protocolSupportEnumeration=profile.PROTOCOL,
        ),
        ID=fresh_id(),
        entityID=entity_id(),
        validUntil=instant(now + VALID_FOR),
    )
    return signed(etree.tostring(document), keys().rsa(METADATA_KEY), position=0)


def _key_info() -> _Element:
    certificate = keys().rsa(SIGNING_KEY).certificate.public_bytes(Encoding.DER)
    return S.KeyInfo(S.X509Data(S.X509Certificate(base64.b64encode(certificate).decode())))


def _supported(local: str) -> _Element:
    return A.Attribute(Name=f"{profile.PERSON}{local}", NameFormat=profile.URI_FORMAT, FriendlyName=profile.FRIENDLY.get(local, local))
