"""Section 13 of the reference: signatures and encryption that are missing, weak, moved or false."""

import gzip
import re
import zlib
from dataclasses import replace
from datetime import timedelta

import pytest

from edelivery.as4.errors import (
    DECOMPRESSION_FAILURE,
    FAILED_AUTHENTICATION,
    POLICY_NONCOMPLIANCE,
)
from edelivery.as4.limits import Limits
from edelivery.as4.namespaces import DS, WSSE, WSU
from edelivery.as4.policy import SecurityPolicy
from edelivery.as4.security.attachments import Attachment
from edelivery.as4.unpacking import open_message, read_envelope
from tests.edelivery.as4.factories import NOON, berlin, identity, lisbon, opened, packed, request_part, user_message
from tests.edelivery.as4.forging import Forgery, edited, forged, matched, swapped
from tests.edelivery.as4.refusals import refused

SENT = packed(user_message(request_part(), request_part(content_id="b@oots.eu", media_type="application/pdf", compressed=False)))
SIGNATURE = matched(SENT, "<ds:Signature .*</ds:Signature>")
KEY = matched(SENT, "<xenc:EncryptedKey .*</xenc:EncryptedKey>")
DATA = matched(SENT, "<xenc:EncryptedData .*?</xenc:EncryptedData>")
SECURITY = matched(SENT, "<wsse:Security .*</wsse:Security>")
BODY_REFERENCE = matched(SENT, '<ds:Reference URI="#_body.*?</ds:Reference>')
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"
XMLENC_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"

AGAINST_THE_POLICY = {
    "not signed": (SIGNATURE, ""),
    "no security at all": (SECURITY, ""),
    "not encrypted": (KEY, ""),
    "two keys": (KEY, KEY + KEY.replace("EK-", "EK2-")),
    "one part not encrypted": (DATA, ""),
    "one part encrypted twice": (DATA, DATA + DATA.replace("ED-", "ED2-")),
    "RSA-SHA1 signature": ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
    "HMAC signature": ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
    "SHA-1 digest": (f'DigestMethod Algorithm="{XMLENC_SHA256}"', f'DigestMethod Algorithm="{SHA1}"'),
    "inclusive canonicalisation": (
        'CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
        'CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"',
    ),
    "XSLT transform": (
        'Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
        'Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"',
    ),
    "complete attachment transform": ("Attachment-Content-Signature-Transform", "Attachment-Complete-Signature-Transform"),
    "node transform on an attachment": (
        "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Signature-Transform",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
    ),
    "reference outside": ('Reference URI="#_body', 'Reference URI="http://127.0.0.1/#_body'),
    "reference to the whole document": (re.search('URI="#_body[^"]*"', SIGNATURE).group(), 'URI=""'),
    "one reference twice": (BODY_REFERENCE, BODY_REFERENCE * 2),
    "too many references": (BODY_REFERENCE, "".join(BODY_REFERENCE.replace("#_body", f"#_{n}") for n in range(50))),
    "stranger in SignedInfo": ("<ds:SignedInfo", '<ds:SignedInfo xml:space="preserve"'),
    "SignedInfo padded": ("</ds:CanonicalizationMethod>", "<ds:a/>" * 100 + "</ds:CanonicalizationMethod>"),
    "PrefixList without end": (
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">',
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">'
        f'<ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="{"p " * 40}"/>',
    ),
    "PrefixList with #default": (
        '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">',
        '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">'
        '<ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="env #default"/>',
    ),
    "RSA 1.5 key transport": ("http://www.w3.org/2009/xmlenc11#rsa-oaep", "http://www.w3.org/2001/04/xmlenc#rsa-1_5"),
    "OAEP with its SHA-1 default": (KEY, KEY.replace(f'<ds:DigestMethod Algorithm="{XMLENC_SHA256}"></ds:DigestMethod>', "")),
    "OAEP with SHA-1": (KEY, KEY.replace(XMLENC_SHA256, SHA1)),
    "MGF1 with its SHA-1 default": (KEY, re.sub("<xenc11:MGF.*</xenc11:MGF>", "", KEY)),
    "MGF1 with SHA-1": ("mgf1sha256", "mgf1sha1"),
    "OAEP parameters": (
        '</xenc:EncryptionMethod><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#G-',
        '<xenc:OAEPparams>AA==</xenc:OAEPparams></xenc:EncryptionMethod><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#G-',
    ),
    "no key transport": (KEY, re.sub("<xenc:EncryptionMethod.*</xenc:EncryptionMethod>", "", KEY)),
    "CBC content": ("http://www.w3.org/2009/xmlenc11#aes128-gcm", "http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
    "no content algorithm": (DATA, re.sub("<xenc:EncryptionMethod.*</xenc:EncryptionMethod>", "", DATA)),
    "complete attachment": ("Attachment-Content-Only", "Attachment-Complete"),
    "encrypted element": (
        "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Only",
        "http://www.w3.org/2001/04/xmlenc#Element",
    ),
    "unknown ciphertext transform": ("Attachment-Ciphertext-Transform", "Attachment-Something"),
    "no cipher reference": (DATA, re.sub("<xenc:CipherData>.*</xenc:CipherData>", "", DATA)),
    "cipher reference to nowhere": ('CipherReference URI="cid:b@', 'CipherReference URI="cid:c@'),
    "data of another key": ('Reference URI="#EK-', 'Reference URI="#OTHER-'),
}


@pytest.mark.parametrize(("old", "new"), AGAINST_THE_POLICY.values(), ids=AGAINST_THE_POLICY.keys())
def test_what_the_profile_does_not_allow_is_refused_before_any_cryptography(old, new):
    with refused(POLICY_NONCOMPLIANCE) as refusal:
        opened(*swapped(SENT, old, new))

    assert refusal.value.ref_to_message_id == user_message().message_id


@pytest.mark.parametrize(("signed", "encrypted"), [((), None), (None, ())])
def test_every_part_is_signed_and_encrypted(signed, encrypted):
    with refused(POLICY_NONCOMPLIANCE):
        opened(*forged(signed=signed, encrypted=encrypted))


VALUE = matched(SENT, "<ds:SignatureValue>.*</ds:SignatureValue>")
TOKEN = matched(SENT, '<wsse:BinarySecurityToken [^>]*wsu:Id="X509-[^>]*>')
KEY_INFO = matched(SENT, '<ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#X509-.*?</ds:KeyInfo>')

NOT_AUTHENTIC = {
    "digest changed": (re.search("<ds:DigestValue>.", SIGNATURE).group(), "<ds:DigestValue>*"),
    "digest of another": (re.search("<ds:DigestValue>[^<]*", SIGNATURE).group(), "<ds:DigestValue>" + "A" * 43 + "="),
    "signature value changed": (VALUE, VALUE.replace("<ds:SignatureValue>", "<ds:SignatureValue>AAAA")),
    "signature value not base64": (VALUE, "<ds:SignatureValue>***</ds:SignatureValue>"),
    "signature value empty": (VALUE, "<ds:SignatureValue/>"),
    "no SignedInfo": (SIGNATURE, re.sub("<ds:SignedInfo.*</ds:SignedInfo>", "", SIGNATURE)),
    "no KeyInfo": (KEY_INFO, ""),
    "two transforms": (
        '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>',
        '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>' * 2,
    ),
    "signed by the token that comes first": ('Reference URI="#X509-', 'Reference URI="#G-'),
    "reference to no token": ('Reference URI="#X509-', 'Reference URI="#X510-'),
    "reference to a token elsewhere": ('Reference URI="#X509-', 'Reference URI="http://x/#X509-'),
    "key named, not shown": (KEY_INFO, "<ds:KeyInfo><ds:KeyName>AP_PT_01</ds:KeyName></ds:KeyInfo>"),
    "two signatures": (SIGNATURE, SIGNATURE + SIGNATURE.replace("SIG-", "SIG2-")),
    "signature outside the header": (
        f"{SIGNATURE}</wsse:Security>",
        "</wsse:Security>" + SIGNATURE.replace("<ds:Signature ", f'<ds:Signature xmlns:ds="{DS}" xmlns:wsse="{WSSE}" '),
    ),
    "header changed": (">DE73524311<", ">DE73524312<"),
    "header attribute changed": ('type="urn:cef.eu:names:identifier:EAS:9930"', 'type="urn:cef.eu:names:identifier:EAS:9931"'),
    "white space inside the header": ("<eb:UserMessage", " <eb:UserMessage"),
    "prefix renamed": (
        'env:mustUnderstand="true"><eb:UserMessage',
        'xmlns:e="http://www.w3.org/2003/05/soap-envelope" e:mustUnderstand="true"><eb:UserMessage',
    ),
    "body given an attribute": ("<env:Body", '<env:Body x="y"'),
    "announced type changed": ('MimeType="application/pdf"', 'MimeType="text/plain"'),
    "announced as XML": ('MimeType="application/gzip"', 'MimeType="application/xml"'),
    "relative namespace": ("<env:Body", '<env:Body xmlns:r="relative" r:x="y"'),
}


@pytest.mark.parametrize(("old", "new"), NOT_AUTHENTIC.values(), ids=NOT_AUTHENTIC.keys())
def test_what_the_sender_did_not_sign_is_not_authentic(old, new):
    with refused(FAILED_AUTHENTICATION):
        opened(*swapped(SENT, old, new, 1))


def test_white_space_between_header_blocks_is_nobodys_business():
    assert opened(*swapped(SENT, "<wsse:Security", "\n  <wsse:Security")).message == opened(SENT.content_type, SENT.body).message


@pytest.mark.parametrize("attribute", ["wsu:Id", "Id", "id", "xml:id"])
def test_two_elements_of_one_identifier_are_refused(attribute):
    used = re.search('wsu:Id="(_body-[^"]*)"', SENT.signed_header.decode()).group(1)
    stranger = f'<x xmlns="urn:x" xmlns:wsu="{WSU}" {attribute}="{used}"/>'

    with refused(FAILED_AUTHENTICATION):
        read_envelope(*swapped(SENT, "</env:Header>", f"{stranger}</env:Header>"))


def test_one_element_may_carry_its_identifier_twice_as_domibus_does():
    used = re.search('wsu:Id="(_messaging-[^"]*)"', SENT.signed_header.decode()).group(1)

    envelope = read_envelope(*swapped(SENT, f'wsu:Id="{used}"', f'id="{used}" wsu:Id="{used}"'))

    assert envelope.message_id == user_message().message_id


MESSAGING = matched(SENT, "<eb:Messaging .*</eb:Messaging>")
MESSAGING_ID = re.search('wsu:Id="(_messaging-[^"]*)"', MESSAGING).group(1)
BODY = matched(SENT, "<env:Body.*</env:Body>")
BODY_ID = re.search('wsu:Id="(_body-[^"]*)"', BODY).group(1)
EVIL = MESSAGING.replace("DE73524311", "DE00000000")

WRAPPED = {
    "signed header moved into a stranger, the false one without id": lambda xml: xml.replace(
        MESSAGING, EVIL.replace(f' wsu:Id="{MESSAGING_ID}"', "") + f'<w xmlns="urn:w">{MESSAGING}</w>'
    ),
    "signed header moved, the false one with an id of its own": lambda xml: xml.replace(
        MESSAGING, EVIL.replace(MESSAGING_ID, "evil") + f'<w xmlns="urn:w">{MESSAGING}</w>'
    ),
    "signed header moved into the security header": lambda xml: xml.replace(
        MESSAGING, EVIL.replace(MESSAGING_ID, "evil")
    ).replace("</wsse:Security>", f"{MESSAGING}</wsse:Security>"),
    "signed header moved into the signature's own key info": lambda xml: xml.replace(
        MESSAGING, EVIL.replace(MESSAGING_ID, "evil")
    ).replace("</ds:KeyInfo></ds:Signature>", f"{MESSAGING}</ds:KeyInfo></ds:Signature>"),
    "signed body moved, a new empty one in its place": lambda xml: xml.replace(
        BODY, f'<env:Body wsu:Id="evil" xmlns:wsu="{WSU}"></env:Body>'
    ).replace("</env:Header>", f'<w xmlns="urn:w">{BODY}</w></env:Header>'),
    "whole signed envelope inside a header of the false one": lambda xml: xml.replace(
        MESSAGING, EVIL.replace(MESSAGING_ID, "evil")
    ).replace("</env:Header>", f'<w xmlns="urn:w"><env:Envelope><env:Header>{MESSAGING}</env:Header></env:Envelope></w></env:Header>'),
    "two header blocks share the identifier": lambda xml: xml.replace(MESSAGING, EVIL + f'<w xmlns="urn:w">{MESSAGING}</w>'),
}  # fmt: skip


@pytest.mark.parametrize("wrap", WRAPPED.values(), ids=WRAPPED.keys())
def test_a_signed_copy_elsewhere_says_nothing_about_the_header_that_is_read(wrap):
    with refused(FAILED_AUTHENTICATION):
        opened(*edited(SENT, lambda envelope: wrap(envelope.decode()).encode()))


def test_only_the_pinned_certificate_authenticates():
    with refused(FAILED_AUTHENTICATION):
        open_message(read_envelope(SENT.content_type, SENT.body), own=berlin(), sender_certificate=identity("AP_FR_01").certificate)


@pytest.mark.parametrize("at", [NOON - timedelta(days=31), NOON + timedelta(days=366)])
def test_a_certificate_outside_its_validity_does_not_authenticate(at):
    with refused(FAILED_AUTHENTICATION):
        open_message(read_envelope(SENT.content_type, SENT.body), own=berlin(), sender_certificate=lisbon().certificate, at=at)


def test_a_key_too_small_does_not_authenticate():
    with refused(FAILED_AUTHENTICATION):
        open_message(
            read_envelope(SENT.content_type, SENT.body),
            own=berlin(),
            sender_certificate=lisbon().certificate,
            policy=SecurityPolicy(minimum_rsa_bits=3072),
        )


@pytest.mark.parametrize("part", ["request@oots.eu", "b@oots.eu"])
def test_one_octet_changed_on_the_wire_is_noticed(part):
    start = SENT.body.index(b"<%s>" % part.encode()) + 60
    body = SENT.body[:start] + bytes([SENT.body[start] ^ 1]) + SENT.body[start + 1 :]

    with pytest.raises(Exception, match="cannot be decrypted"):
        opened(SENT.content_type, body)


def test_two_parts_that_changed_places_are_noticed():
    swapped_ids = SENT.body.replace(b"ID: <b@", b"ID: <t@").replace(b"ID: <request@", b"ID: <b@").replace(b"ID: <t@", b"ID: <request@")

    with refused(FAILED_AUTHENTICATION):
        opened(SENT.content_type, swapped_ids)


def gzipped(octets, **changes):
    part = request_part()
    return Forgery(user_message(part), {part.content_id: Attachment("application/gzip", octets)}, **changes).post()


NOT_GZIP = {
    "not gzip": b"plain text",
    "empty": b"",
    "cut off": gzip.compress(b"x" * 1000)[:-4],
    "checksum wrong": gzip.compress(b"x" * 1000)[:-8] + bytes(8),
    "trailing garbage": gzip.compress(b"x") + b"garbage",
    "zlib, not gzip": zlib.compress(b"x"),
}


@pytest.mark.parametrize("octets", NOT_GZIP.values(), ids=NOT_GZIP.keys())
def test_what_is_not_gzip_cannot_be_decompressed(octets):
    with refused(DECOMPRESSION_FAILURE):
        opened(*gzipped(octets))


def test_a_gzip_bomb_stops_at_the_limit():
    envelope = read_envelope(*gzipped(gzip.compress(bytes(50_000_000))), Limits(decompressed=100_000))

    with refused(DECOMPRESSION_FAILURE):
        open_message(envelope, own=berlin(), sender_certificate=lisbon().certificate)


def test_the_limit_is_for_all_parts_together():
    sent = packed(user_message(*(request_part(content_id=f"{n}@oots.eu", content=bytes(60_000)) for n in range(2))))
    envelope = read_envelope(sent.content_type, sent.body, Limits(decompressed=100_000))

    with refused(DECOMPRESSION_FAILURE):
        open_message(envelope, own=berlin(), sender_certificate=lisbon().certificate)


def test_several_gzip_members_are_one_content():
    assert opened(*gzipped(gzip.compress(b"one ") + gzip.compress(b"two"))).message.parts[0].content == b"one two"


@pytest.mark.parametrize("declared", ["application/zip", "gzip"])
def test_another_compression_is_not_decompressed(declared):
    with refused(DECOMPRESSION_FAILURE):
        read_envelope(*gzipped(b"", header=lambda xml: xml.replace('CompressionType">application/gzip', f'CompressionType">{declared}')))


def test_a_policy_can_be_narrower_than_the_profile():
    with refused(POLICY_NONCOMPLIANCE):
        open_message(
            read_envelope(SENT.content_type, SENT.body),
            own=berlin(),
            sender_certificate=lisbon().certificate,
            policy=replace(SecurityPolicy(), maximum_references=3),
        )
