"""The signed proof that a message arrived as it was sent (reference 8)."""

from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from edelivery.as4.errors import FAILED_AUTHENTICATION, As4Error, InvalidReceipt, UnreadableAnswer
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.namespaces import ds, ebbp
from edelivery.as4.packaging import pack
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, Receipt, read_signal, verify_receipt, write_receipt
from edelivery.as4.unpacking import open_message, read_envelope
from tests.edelivery.as4.factories import NOON, berlin, identity, lisbon, opened, packed, request_part, user_message

SENT = packed(user_message(request_part(), request_part(content_id="b@oots.eu")))
ARRIVED = opened(SENT.content_type, SENT.body)
ANSWER = write_receipt(ARRIVED, signer=berlin(), message_id="receipt@de.localhost", now=NOON)


def verify(receipt: Receipt, **changes: object) -> None:
    expected = {
        "sent_message_id": user_message().message_id,
        "sent_references": SENT.references,
        "peer_certificate": berlin().certificate,
        "at": NOON,
    }
    verify_receipt(receipt, **(expected | changes))


def read(answer: bytes = ANSWER) -> Receipt:
    receipt = read_signal(SIGNAL_CONTENT_TYPE, answer)
    assert isinstance(receipt, Receipt)
    return receipt


def edited(old: str, new: str) -> bytes:
    changed = ANSWER.decode().replace(old, new)
    assert changed != ANSWER.decode()
    return changed.encode()


def test_a_receipt_confirms_every_reference_of_the_message():
    receipt = read()

    verify(receipt)

    assert receipt.references == SENT.references
    assert (receipt.message_id, receipt.ref_to_message_id, receipt.timestamp) == ("receipt@de.localhost", user_message().message_id, NOON)
    assert receipt.content == ANSWER


def test_the_references_are_copied_with_their_transforms():
    sent = [etree.tostring(r, method="c14n", exclusive=True) for r in etree.fromstring(SENT.signed_header).iter(ds("Reference"))]
    confirmed = etree.fromstring(ANSWER).iterfind(f".//{ebbp('MessagePartNRInformation')}/{ds('Reference')}")

    assert [etree.tostring(r, method="c14n", exclusive=True) for r in confirmed] == sent


def test_a_message_without_parts_is_confirmed_too():
    sent = packed(user_message())
    answer = write_receipt(opened(sent.content_type, sent.body), signer=berlin(), message_id="r@de", now=NOON)

    verify(read(answer), sent_references=sent.references)


@pytest.mark.parametrize(
    "content_type", ["application/soap+xml;charset=utf-8", 'multipart/related; type="application/soap+xml"; boundary="b"']
)
def test_a_receipt_is_read_in_both_packagings(content_type):
    answer = b"--b\r\nContent-Type: application/soap+xml\r\n\r\n" + ANSWER + b"\r\n--b--" if "multipart" in content_type else ANSWER

    verify(read_signal(content_type, answer))


def test_references_in_another_order_confirm_as_much():
    verify(read(), sent_references=SENT.references[::-1])


@pytest.mark.parametrize(
    "expected",
    [
        {"sent_message_id": "another@pt.localhost"},
        {"sent_references": ()},
        {"sent_references": SENT.references[:-1]},
        {"sent_references": (*SENT.references, SENT.references[0])},
        {"sent_references": (replace(SENT.references[0], value="A" * 43 + "="), *SENT.references[1:])},
        {"sent_references": (replace(SENT.references[0], uri="#other"), *SENT.references[1:])},
        {"sent_references": (replace(SENT.references[0], algorithm="urn:other"), *SENT.references[1:])},
        {"peer_certificate": lisbon().certificate},
        {"at": NOON.replace(year=2030)},
    ],
)
def test_a_receipt_for_anything_else_is_invalid(expected):
    with pytest.raises(InvalidReceipt):
        verify(read(), **expected)


def test_an_altered_receipt_is_invalid():
    changed = edited("receipt@de.localhost", "forged@de.localhost")

    with pytest.raises(InvalidReceipt):
        verify(read(changed))


@pytest.mark.parametrize("removed", ["ds:Signature", "wsse:Security"])
def test_an_unsigned_receipt_is_invalid(removed):
    xml = ANSWER.decode()
    element = xml[xml.index(f"<{removed} ") : xml.index(f"</{removed}>") + len(f"</{removed}>")]

    with pytest.raises(InvalidReceipt):
        verify(read(edited(element, "")))


def test_a_receipt_signed_by_somebody_else_is_invalid():
    with pytest.raises(InvalidReceipt):
        verify(read(write_receipt(ARRIVED, signer=identity("AP_FR_01"), message_id="r@fr", now=NOON)))


def test_a_receipt_without_information_confirms_nothing():
    xml = ANSWER.decode()
    information = xml[xml.index("<ebbp:Non") : xml.index("</eb:Receipt>")]

    receipt = read(edited(information, '<x xmlns="urn:phase4">a copy of the message</x>'))

    assert receipt.references == ()
    with pytest.raises(InvalidReceipt):
        verify(receipt)


def test_what_an_access_point_adds_in_its_own_namespace_is_passed_over():
    receipt = read(edited("</eb:Receipt>", '<x xmlns="urn:phase4"/></eb:Receipt>'))

    assert receipt.references == SENT.references


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<eb:Receipt>", "<eb:Receipt></eb:Receipt><eb:Receipt>"),
        ("<eb:RefToMessageId>" + user_message().message_id + "</eb:RefToMessageId>", ""),
        ('Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"', 'Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"'),
        ("<ds:DigestValue>", "<ds:DigestValue>***"),
        ("></env:Body>", ">paid</env:Body>"),
    ],
)
def test_a_receipt_nobody_can_read_is_invalid(old, new):
    with pytest.raises(InvalidReceipt):
        read(edited(old, new))


@pytest.mark.parametrize(
    ("content_type", "answer"),
    [
        ("text/html", b"<html><body>502 Bad Gateway</body></html>"),
        ("application/soap+xml", b"<html><body>502 Bad Gateway</body></html>"),
        ("application/soap+xml", b""),
        ("", b""),
        (SENT.content_type, SENT.body),
        (SIGNAL_CONTENT_TYPE, ANSWER.replace(b"eb:SignalMessage", b"eb:Other")),
        (SIGNAL_CONTENT_TYPE, ANSWER.replace(b"eb:MessageInfo", b"eb:Other")),
        (SIGNAL_CONTENT_TYPE, b"<!DOCTYPE x>" + ANSWER),
    ],
)
def test_an_answer_that_is_no_signal_is_as_if_nobody_had_answered(content_type, answer):
    with pytest.raises(UnreadableAnswer):
        read_signal(content_type, answer)


def test_a_certificate_whose_subject_cannot_be_parsed_signs_and_receives():
    der = identity("AP_SE_01").certificate.public_bytes(Encoding.DER).replace(b"AP_SE_01", b"AP_SE\xff01")
    stockholm = SigningIdentity(identity("AP_SE_01").private_key, x509.load_der_x509_certificate(der))
    with pytest.raises(ValueError, match="asn1"):
        _ = stockholm.certificate.subject

    sent = pack(user_message(request_part()), signer=stockholm, recipient=stockholm.certificate)
    arrived = open_message(read_envelope(sent.content_type, sent.body), own=stockholm, sender_certificate=stockholm.certificate, at=NOON)
    answer = write_receipt(arrived, signer=stockholm, message_id="r@se", now=NOON)

    verify(read(answer), sent_references=sent.references, peer_certificate=stockholm.certificate)


def test_a_receipt_that_is_not_authentic_says_so_to_the_operator():
    with pytest.raises(InvalidReceipt) as refusal:
        verify(read(), peer_certificate=lisbon().certificate)

    assert isinstance(refusal.value.__cause__, As4Error)
    assert refusal.value.__cause__.code is FAILED_AUTHENTICATION
    assert refusal.value.ref_to_message_id == user_message().message_id
