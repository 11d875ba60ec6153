"""Every form of naming a certificate that is seen on the network (reference 7.2)."""

from base64 import b64encode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from edelivery.as4.errors import FAILED_AUTHENTICATION, FAILED_DECRYPTION
from edelivery.as4.security.algorithms import SUBJECT_KEY_IDENTIFIER, THUMBPRINT_SHA1, X509_PATH, X509_V3
from edelivery.as4.unpacking import open_message, read_envelope
from tests.edelivery.as4.factories import NOON, berlin, identity, lisbon, opened, packed, request_part, user_message
from tests.edelivery.as4.forging import matched, swapped
from tests.edelivery.as4.refusals import refused

SENT = packed()
SIGNER = matched(SENT, '<wsse:Reference URI="#X509-[^>]*></wsse:Reference>')
RECIPIENT = matched(SENT, '<wsse:Reference URI="#G-[^>]*></wsse:Reference>')


def key_identifier(value_type, octets):
    return f'<wsse:KeyIdentifier ValueType="{value_type}">\n{b64encode(octets).decode()}\n</wsse:KeyIdentifier>'


def ski(certificate):
    return key_identifier(SUBJECT_KEY_IDENTIFIER, certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest)


def thumbprint(certificate):
    return key_identifier(THUMBPRINT_SHA1, certificate.fingerprint(hashes.SHA1()))


def issuer_and_serial(certificate, issuer=None, serial=None):
    return (
        f"<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>{issuer or certificate.issuer.rfc4514_string()}</ds:X509IssuerName>"
        f"<ds:X509SerialNumber>{serial or certificate.serial_number}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>"
    )


@pytest.mark.parametrize("form", [ski, thumbprint, issuer_and_serial])
def test_signer_and_recipient_may_be_named_in_any_form(form):
    content_type, body = swapped(SENT, SIGNER, form(lisbon().certificate))
    body = body.replace(RECIPIENT.encode(), form(berlin().certificate).encode())

    assert opened(content_type, body).message == user_message(request_part())


@pytest.mark.parametrize("form", [ski, thumbprint, issuer_and_serial])
def test_a_form_that_names_another_certificate_names_nobody(form):
    with refused(FAILED_AUTHENTICATION):
        opened(*swapped(SENT, SIGNER, form(berlin().certificate)))
    with refused(FAILED_DECRYPTION):
        opened(*swapped(SENT, RECIPIENT, form(lisbon().certificate)))


@pytest.mark.parametrize(
    "reference",
    [
        issuer_and_serial(lisbon().certificate, issuer="CN=somebody else"),
        issuer_and_serial(lisbon().certificate, issuer="not a name"),
        issuer_and_serial(lisbon().certificate, serial="one"),
        "<ds:X509Data/>",
        key_identifier("urn:unknown", b"x"),
        f'<wsse:KeyIdentifier ValueType="{SUBJECT_KEY_IDENTIFIER}">***</wsse:KeyIdentifier>',
        f'<wsse:KeyIdentifier ValueType="{SUBJECT_KEY_IDENTIFIER}"/>',
        SIGNER + SIGNER,
        "",
    ],
)
def test_a_reference_nobody_can_read_authenticates_nobody(reference):
    with refused(FAILED_AUTHENTICATION):
        opened(*swapped(SENT, SIGNER, reference))


def test_the_issuer_is_compared_as_a_name_and_not_as_a_string():
    written_otherwise = issuer_and_serial(lisbon().certificate, issuer=r"O=Invented\2C Ltd,CN=AP_PT_01")

    assert opened(*swapped(SENT, SIGNER, written_otherwise)).message == user_message(request_part())


def path(*certificates):
    content = b"".join(certificate.public_bytes(Encoding.DER) for certificate in certificates)
    return b"\x30\x82" + len(content).to_bytes(2) + content


def with_path(octets):
    token = matched(SENT, '<wsse:BinarySecurityToken [^>]*wsu:Id="X509-[^<]*')
    start = token[: token.index(">") + 1].replace(X509_V3, X509_PATH)
    return swapped(SENT, token, start + b64encode(octets).decode())


def test_the_last_certificate_of_a_path_is_the_signers():
    assert opened(*with_path(path(berlin().certificate, lisbon().certificate))).message == user_message(request_part())
    assert opened(*with_path(path(lisbon().certificate))).message == user_message(request_part())


@pytest.mark.parametrize(
    "octets",
    [
        path(lisbon().certificate, berlin().certificate),
        path(lisbon().certificate) + b"\0",
        path(lisbon().certificate)[:-1],
        path(),
        b"",
        b"\x30",
        b"\x30\x84\xff\xff\xff\xff",
        b"\x30\x04\x30\x80\x00\x00",
        b"\x30\x02\x02\x00",
    ],
)
def test_a_path_that_does_not_end_in_the_signer_authenticates_nobody(octets):
    with refused(FAILED_AUTHENTICATION):
        opened(*with_path(octets))


def test_a_certificate_without_key_identifier_is_not_named_by_one():
    bare = identity("AP_SE_01", ski=False)
    sent = packed()
    envelope = read_envelope(*swapped(sent, matched(sent, '<wsse:Reference URI="#X509-[^>]*></wsse:Reference>'), ski(lisbon().certificate)))

    with refused(FAILED_AUTHENTICATION):
        open_message(envelope, own=berlin(), sender_certificate=bare.certificate, at=NOON)
