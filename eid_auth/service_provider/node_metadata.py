"""Takes in what a node says of itself, verified against a certificate the operator has pinned (identity 4.2).

python3-saml's metadata parser never verifies a signature.
"""

import base64
import binascii
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml.etree import _Element

from edm.errors import CallerMistake
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.guard.signatures import refuse_unless_one_plain_signature
from eid_auth.service_provider.guard.transport import parsed
from eid_auth.service_provider.guard.verification import refuse_unless_signed_by
from eid_auth.service_provider.models import NodeMetadata
from eid_auth.service_provider.moments import moment
from eid_auth.service_provider.namespaces import DS, METADATA, POST_BINDING

ROLE = f"{{{METADATA}}}IDPSSODescriptor"


def import_node_metadata(content: bytes, *, pinned: x509.Certificate, signs_assertions: bool, now: datetime) -> NodeMetadata:
    """Keeps the node's addresses and keys; CallerMistake says why not."""
    try:
        document = parsed(content)
        refuse_unless_one_plain_signature(document)
        refuse_unless_signed_by(content, [pinned])
        valid_until = moment(document, "validUntil", otherwise=Refusal.VALIDITY)
    except LoginRefused as fault:
        raise CallerMistake(f"The metadata are not believed: {fault}") from fault
    if valid_until <= now:
        raise CallerMistake("The metadata have expired.")
    return NodeMetadata.objects.create(
        entity_id=_text(document.get("entityID"), "entityID"),
        sso_url=_sso_url(document),
        certificates="".join(_signing_certificates(document, now=now)),
        signs_assertions=signs_assertions,
        valid_until=valid_until,
        imported_at=now,
    )


def _sso_url(document: _Element) -> str:
    services = document.findall(f"{ROLE}/{{{METADATA}}}SingleSignOnService[@Binding='{POST_BINDING}']")
    address = _text(services[0].get("Location") if len(services) == 1 else None, "one SingleSignOnService by POST")
    if not address.startswith("https://"):
        raise CallerMistake("The node's address is not https.")
    return address


def _signing_certificates(document: _Element, *, now: datetime) -> list[str]:
    """Every signing key the node announces: two of them while it changes keys."""
    path = f"{ROLE}/{{{METADATA}}}KeyDescriptor[@use='signing']/{{{DS}}}KeyInfo/{{{DS}}}X509Data/{{{DS}}}X509Certificate"
    certificates = [_certificate(element.text or "") for element in document.findall(path)]
    valid = [c for c in certificates if c.not_valid_before_utc <= now < c.not_valid_after_utc]
    if not valid:
        raise CallerMistake("The metadata name no signing certificate that is valid now.")
    return [c.public_bytes(Encoding.PEM).decode() for c in valid]


def _certificate(text: str) -> x509.Certificate:
    try:
        return x509.load_der_x509_certificate(base64.b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError) as fault:
        raise CallerMistake("A certificate in the metadata cannot be read.") from fault


def _text(value: str | None, what: str) -> str:
    if not value:
        raise CallerMistake(f"The metadata do not have {what}.")
    return value
