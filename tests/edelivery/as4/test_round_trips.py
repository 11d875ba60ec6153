import os
from dataclasses import replace

import pytest

from edelivery.as4.messages import AgreementRef, Part, Property
from edelivery.as4.packaging import pack
from edelivery.as4.unpacking import open_message, read_envelope
from edm.errors import CallerMistake, WrongConfiguration
from tests.edelivery.as4.factories import NOON, berlin, identity, lisbon, opened, packed, request_part, user_message

XML = b"<?xml version='1.0'?>\r\n<a xmlns='urn:a' b=\"1\"   c='2'/>\r\n"


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"ends in a line end\r\n", b"\r\n--as4-\r\n--", XML, os.urandom(5_000), os.urandom(1_000_000), bytes(3_000_000)],
    ids=["empty", "one", "line-end", "dashes", "xml", "5 kB", "1 MB", "zeros"],
)
def test_what_is_packed_opens_as_the_same_message(content, compressed):
    message = user_message(request_part(content=content, compressed=compressed))

    sent = packed(message)
    received = opened(sent.content_type, sent.body)

    assert received.message == message
    assert received.references == sent.references
    assert received.signed_header == sent.signed_header


@pytest.mark.parametrize(
    "media_type", ["application/xml", "text/xml; charset=utf-8", "application/x-ebrs+xml", "text/plain", "application/pdf"]
)
def test_an_uncompressed_part_of_any_type_arrives_octet_for_octet(media_type):
    part = request_part(content=XML, media_type=media_type, compressed=False)

    sent = packed(user_message(part))

    assert opened(sent.content_type, sent.body).message.parts == (part,)


def test_three_parts_arrive_in_the_order_of_the_header():
    parts = (
        request_part(),
        Part("evidence-1@oots.eu", "application/pdf", b"%PDF-1.7 one", properties=(Property("PayloadName", "one.pdf"),)),
        Part("evidence-2@oots.eu", "application/xml", XML, compressed=True, properties=(Property("CharacterSet", "UTF-8"),)),
    )

    sent = packed(user_message(*parts))

    assert opened(sent.content_type, sent.body).message.parts == parts
    assert [reference.uri for reference in sent.references[2:]] == [f"cid:{part.content_id}" for part in parts]


def test_a_message_without_parts_is_a_bare_soap_envelope():
    sent = packed(user_message())

    received = opened(sent.content_type, sent.body)

    assert sent.content_type.startswith("application/soap+xml")
    assert received.message == user_message()
    assert len(received.references) == 2


def test_every_optional_field_and_every_awkward_character_survives():
    message = user_message(
        request_part(),
        ref_to_message_id="earlier@pt.localhost",
        agreement=AgreementRef("urn:agreement", "urn:type", "pmode-1"),
        service_type=None,
        properties=(Property("originalSender", "Zoë & <Söhne> \"GmbH\" 'x'\n]]>", None), Property("tab\tname", "", 'a&b<c>"d"')),
    )

    sent = packed(message)

    assert opened(sent.content_type, sent.body).message == message


def test_every_identity_of_ours_can_be_addressed():
    sent = packed()
    envelope = read_envelope(sent.content_type, sent.body)

    received = open_message(envelope, own=[identity("AP_DE_02"), berlin()], sender_certificate=lisbon().certificate)

    assert received.signer_certificate == lisbon().certificate


@pytest.mark.parametrize("bits", [3072, 4096])
def test_longer_keys_work_too(bits):
    sender, recipient = identity("long sender", bits=bits), identity("long recipient", bits=bits)
    sent = pack(user_message(request_part()), signer=sender, recipient=recipient.certificate)

    received = open_message(read_envelope(sent.content_type, sent.body), own=recipient, sender_certificate=sender.certificate, at=NOON)

    assert received.message == user_message(request_part())


def test_before_opening_the_header_is_readable_and_the_parts_are_empty():
    sent = packed()

    envelope = read_envelope(sent.content_type, sent.body)

    assert envelope.message_id == user_message().message_id
    assert envelope.user_message == user_message(request_part(content=b""))


@pytest.mark.parametrize(
    "message",
    [
        user_message(message_id="two words@pt"),
        user_message(message_id="x" * 256),
        user_message(request_part(), request_part()),
        user_message(request_part(content_id="a>\r\nX: y")),
        user_message(request_part(media_type="application/pdf\r\nX: y")),
        user_message(request_part(properties=(Property("CompressionType", "application/gzip"),))),
        user_message(properties=(Property("a", "1"), Property("a", "2"))),
        user_message(action="bell \x07"),
        user_message(action="\ud800"),
    ],
)
def test_what_no_peer_would_accept_is_our_callers_mistake(message):
    with pytest.raises(CallerMistake):
        packed(message)


def test_a_recipient_without_rsa_key_is_a_wrong_configuration():
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateBuilder().subject_name(lisbon().certificate.subject).issuer_name(lisbon().certificate.subject)
    builder = builder.public_key(key.public_key()).serial_number(1).not_valid_before(NOON).not_valid_after(NOON.replace(year=2030))

    with pytest.raises(WrongConfiguration):
        pack(user_message(request_part()), signer=lisbon(), recipient=builder.sign(key, hashes.SHA256()))


def test_the_same_content_compresses_to_the_same_digest():
    first, second = packed(), packed(replace(user_message(request_part()), message_id="another@pt.localhost"))

    assert first.references[2] == second.references[2]
    assert first.body != second.body
