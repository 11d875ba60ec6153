"""xmlsec as an unrelated second opinion on what we sign, and as a foreign signer of what we verify.

It cannot follow cid: references, so a user message is checked by its SignedInfo; receipts and errors whole.
"""

import re
from base64 import b64decode

import pytest
import xmlsec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from lxml import etree

from edelivery.as4.errors import INVALID_HEADER, As4Error, InvalidReceipt, SoapFault
from edelivery.as4.namespaces import WSU, ds
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, read_signal, verify_receipt, write_error, write_receipt
from tests.edelivery.as4.factories import NOON, berlin, lisbon, opened, packed, user_message

SENT = packed()
ARRIVED = opened(SENT.content_type, SENT.body)
RECEIPT = write_receipt(ARRIVED, signer=berlin(), message_id="receipt@de.localhost", now=NOON)
ERROR = write_error(As4Error(INVALID_HEADER, "No.", fault=SoapFault.SENDER), signer=berlin(), message_id="error@de.localhost", now=NOON)


def context(identity, *, private=False):
    found = xmlsec.SignatureContext()
    if private:
        pem = identity.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        found.key = xmlsec.Key.from_memory(pem, xmlsec.KeyFormat.PEM)
    else:
        found.key = xmlsec.Key.from_memory(identity.certificate.public_bytes(Encoding.PEM), xmlsec.KeyFormat.CERT_PEM)
    return found


def registered(document, found):
    for node in document.iter():
        if node.get(f"{{{WSU}}}Id"):
            found.register_id(node, "Id", WSU)
    return document.find(f".//{ds('Signature')}")


@pytest.mark.parametrize("answer", [RECEIPT, ERROR], ids=["receipt", "error"])
def test_what_answers_is_valid_as_a_whole(answer):
    document, found = etree.fromstring(answer), context(berlin())

    found.verify(registered(document, found))


@pytest.mark.parametrize("answer", [RECEIPT.replace(b"receipt@", b"another@"), ERROR.replace(b">No.<", b">Yes.<")])
def test_the_second_opinion_is_one(answer):
    document, found = etree.fromstring(answer), context(berlin())

    with pytest.raises(xmlsec.Error):
        found.verify(registered(document, found))


def test_the_signed_info_of_a_message_is_valid():
    signature = etree.fromstring(SENT.signed_header).find(f".//{ds('Signature')}")
    value = b64decode(signature.findtext(ds("SignatureValue")))
    signed_info = etree.tostring(signature.find(ds("SignedInfo")), method="c14n", exclusive=True)

    context(lisbon()).verify_binary(signed_info, xmlsec.constants.TransformRsaSha256, value)


EC = "http://www.w3.org/2001/10/xml-exc-c14n#"
FOREIGN = 'xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:xsi="urn:unused" xmlns:ns5="urn:another" xmlns:eb3="urn:third" '


def signed_by_xmlsec(prefixes: str) -> bytes:
    """Our receipt with a signature that xmlsec makes anew, with prefix lists as Domibus writes them."""
    inclusive = f'<ec:InclusiveNamespaces xmlns:ec="{EC}" PrefixList="{prefixes}"/>'
    xml = RECEIPT.decode().replace("<env:Envelope ", f"<env:Envelope {FOREIGN}")
    head, rest = xml[: xml.index("<wsse:Security")], xml[xml.index("<wsse:Security") :]
    rest = rest.replace(f'Algorithm="{EC}">', f'Algorithm="{EC}">{inclusive}')
    rest = re.sub("(<ds:DigestValue>|<ds:SignatureValue>)[^<]*", r"\1", rest)
    document, found = etree.fromstring((head + rest).encode()), context(berlin(), private=True)
    found.sign(registered(document, found))
    return etree.tostring(document)


def verify(answer: bytes) -> None:
    verify_receipt(
        read_signal(SIGNAL_CONTENT_TYPE, answer),
        sent_message_id=user_message().message_id,
        sent_references=SENT.references,
        peer_certificate=berlin().certificate,
        at=NOON,
    )


@pytest.mark.parametrize("prefixes", ["env", "soap xsi ns5", "env soap xsi ns5 eb3 eb wsu missing"])
def test_prefix_lists_of_a_foreign_signer_are_honoured(prefixes):
    verify(signed_by_xmlsec(prefixes))


def test_a_namespace_of_the_prefix_list_is_part_of_what_was_signed():
    answer = signed_by_xmlsec("xsi")

    with pytest.raises(InvalidReceipt):
        verify(answer.replace(b"urn:unused", b"urn:abused"))


def test_a_prefix_list_with_the_default_namespace_is_refused_rather_than_misread():
    with pytest.raises(InvalidReceipt, match="#default"):
        verify(signed_by_xmlsec("env #default"))
