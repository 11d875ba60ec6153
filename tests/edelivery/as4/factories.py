"""Two access points, Lisbon and Berlin, and the messages between them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import Part, PartyRef, Property, UserMessage
from edelivery.as4.packaging import Packed, pack
from edelivery.as4.unpacking import Opened, open_message, read_envelope

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
GATEWAY = "http://sdg.europa.eu/edelivery/gateway"
UNREGISTERED = "urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots"
REGREP = b"<?xml version='1.0'?>\n<query:QueryRequest xmlns:query='urn:q'>\r\n  Zo\xc3\xab\n</query:QueryRequest>\r\n"


@cache
def identity(name: str, *, bits: int = 2048, issuer: str | None = None, ski: bool = True) -> SigningIdentity:
    key = rsa.generate_private_key(65537, bits)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer or name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOON - timedelta(days=30))
        .not_valid_after(NOON + timedelta(days=365))
    )
    if ski:
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    return SigningIdentity(key, builder.sign(key, hashes.SHA256()))


def lisbon() -> SigningIdentity:
    return identity("AP_PT_01")


def berlin() -> SigningIdentity:
    return identity("AP_DE_01")


def request_part(**changes: object) -> Part:
    return replace(Part("request@oots.eu", "application/x-ebrs+xml", REGREP, compressed=True), **changes)


def user_message(*parts: Part, **changes: object) -> UserMessage:
    message = UserMessage(
        message_id="0b4ea4a2-7a3c-4f9e-9d65-1f0f0c3b5a01@pt.localhost",
        timestamp=NOON,
        sender=PartyRef("AP_PT_01", UNREGISTERED, GATEWAY),
        receiver=PartyRef("AP_DE_01", UNREGISTERED, GATEWAY),
        service="QueryManager",
        service_type="urn:oasis:names:tc:ebcore:ebrs:ebms:binding:1.0",
        action="ExecuteQueryRequest",
        conversation_id="1589c463-ccb7-4c0e-8044-c7198d844c16",
        properties=(
            Property("originalSender", "PT-UNIVERSITY", "urn:cef.eu:names:identifier:EAS:9946"),
            Property("finalRecipient", "DE73524311", "urn:cef.eu:names:identifier:EAS:9930"),
            Property("ExchangeId", "1647038b-7eaf-4711-b738-d5d83f96fa7b"),
            Property("SpecificationId", "oots-edm:v2.0"),
        ),
        parts=parts,
    )
    return replace(message, **changes)


def packed(message: UserMessage | None = None) -> Packed:
    return pack(message or user_message(request_part()), signer=lisbon(), recipient=berlin().certificate)


def opened(content_type: str, body: bytes) -> Opened:
    return open_message(read_envelope(content_type, body), own=berlin(), sender_certificate=lisbon().certificate, at=NOON)


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Invented, Ltd")])
