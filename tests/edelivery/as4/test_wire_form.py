"""What leaves us, held against the layout that Domibus and phase4 emit (reference 4 and 7.1)."""

import hashlib
import re
from base64 import b64decode

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from edelivery.as4.errors import INVALID_HEADER, As4Error, SoapFault
from edelivery.as4.namespaces import PREFIXES, WSU, ds, env, wsse, xenc
from edelivery.as4.signals import write_error, write_receipt
from tests.edelivery.as4.factories import NOON, berlin, opened, packed, request_part, user_message


def tree(octets):
    return etree.fromstring(octets)


def receipt():
    sent = packed()
    return write_receipt(opened(sent.content_type, sent.body), signer=berlin(), message_id="receipt@de.localhost", now=NOON)


def error():
    refusal = As4Error(INVALID_HEADER, "<&> \"quoted\" 'too'", fault=SoapFault.SENDER)
    return write_error(refusal, signer=berlin(), message_id="error@de.localhost", now=NOON)


def test_the_security_header_has_the_strict_layout_with_the_recipient_first():
    security = tree(packed(user_message(request_part(), request_part(content_id="b@oots.eu"))).signed_header).find(f".//{wsse('Security')}")

    assert [child.tag for child in security] == [
        wsse("BinarySecurityToken"),
        xenc("EncryptedKey"),
        xenc("EncryptedData"),
        xenc("EncryptedData"),
        wsse("BinarySecurityToken"),
        ds("Signature"),
    ]
    assert security.get(env("mustUnderstand")) == "true"
    assert b64decode(security[0].text) == berlin().certificate.public_bytes(Encoding.DER)


@pytest.mark.parametrize("octets", [packed().signed_header, receipt(), error()], ids=["message", "receipt", "error"])
def test_signed_blocks_are_written_in_the_canonical_form_a_peer_computes(octets):
    document = tree(octets)
    blocks = [*document.iter(env("Body")), *document.find(env("Header")).iterchildren("{*}Messaging"), *document.iter(ds("SignedInfo"))]

    assert len(blocks) == 3
    for block in blocks:
        assert etree.tostring(block, method="c14n", exclusive=True) in octets


@pytest.mark.parametrize("octets", [packed().signed_header, receipt(), error()], ids=["message", "receipt", "error"])
def test_references_name_blocks_by_wsu_id_and_no_prefix_list_is_written(octets):
    document = tree(octets)
    by_id = {node.get(f"{{{WSU}}}Id"): node for node in document.iter() if node.get(f"{{{WSU}}}Id")}

    references = [r for r in document.findall(f".//{ds('SignedInfo')}/{ds('Reference')}") if r.get("URI").startswith("#")]

    assert len(references) == 2
    for reference in references:
        digest = hashlib.sha256(etree.tostring(by_id[reference.get("URI")[1:]], method="c14n", exclusive=True)).digest()
        assert b64decode(reference.findtext(ds("DigestValue"))) == digest
    assert b"InclusiveNamespaces" not in octets


def test_the_outer_content_type_has_no_charset_inside_its_type():
    content_type = packed().content_type

    assert re.fullmatch(
        r'multipart/related; type="application/soap\+xml"; boundary="[^"]+"; start="<[^"]+>"; start-info="application/soap\+xml"',
        content_type,
    )


def test_parts_on_the_wire_are_octets_with_the_content_id_of_the_header():
    body = packed(user_message(request_part(compressed=False))).body

    assert b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <request@oots.eu>\r\n\r\n" in body
    assert b"Content-Type: application/soap+xml; charset=UTF-8\r\n" in body
    assert b"Zo\xc3\xab" not in body


@pytest.mark.parametrize(
    ("media_type", "compressed", "announced"),
    [
        ("application/x-ebrs+xml", True, "application/gzip"),
        ("application/x-ebrs+xml", False, "application/octet-stream"),
        ("text/plain", False, "application/octet-stream"),
        ("application/pdf", False, "application/pdf"),
    ],
)
def test_the_announced_type_makes_every_peer_digest_the_raw_octets(media_type, compressed, announced):
    envelope = tree(packed(user_message(request_part(media_type=media_type, compressed=compressed))).signed_header)

    assert envelope.find(f".//{xenc('EncryptedData')}").get("MimeType") == announced
    assert [p.text for p in envelope.iter(f"{{{PREFIXES['eb']}}}Property") if p.get("name") == "MimeType"] == [media_type]


def test_each_message_has_its_own_key_and_initialisation_vectors():
    first, second = packed(), packed()

    assert first.body[-60:-40] != second.body[-60:-40]
    assert tree(first.signed_header).findtext(f".//{xenc('CipherValue')}") != tree(second.signed_header).findtext(
        f".//{xenc('CipherValue')}"
    )
