"""What of an attachment is digested, by the type announced at signing (reference 7.3)."""

import hashlib
from base64 import b64decode

import pytest

from edelivery.as4.errors import FAILED_AUTHENTICATION
from edelivery.as4.security.attachments import Attachment, digested_octets
from tests.edelivery.as4.factories import opened
from tests.edelivery.as4.forging import forged
from tests.edelivery.as4.refusals import refused

XML = (
    b"<?xml version='1.0' encoding='ISO-8859-1'?>\r\n<!-- x --><?go on?>"
    b"<b:a  z='1' xmlns:b='urn:b'\n a=\"2\" xmlns:c='urn:c'>\xe9<b:e/></b:a>\n"
)
CANONICAL = '<?go on?>\n<b:a xmlns:b="urn:b" a="2" z="1">é<b:e></b:e></b:a>'.encode()


@pytest.mark.parametrize(
    ("media_type", "octets", "digested"),
    [
        ("application/xml", XML, CANONICAL),
        ("Text/XML; charset=iso-8859-1", XML, CANONICAL),
        ("application/x-ebrs+xml", XML, CANONICAL),
        ("IMAGE/svg+xml", XML, CANONICAL),
        ("text/plain", b"a\rb\nc\r\nd\n\re", b"a\r\nb\r\nc\r\nd\r\n\r\ne"),
        ("text/x+xml", b"a\n", b"a\r\n"),
        ("application/gzip", XML, XML),
        ("application/octet-stream", b"a\nb", b"a\nb"),
        ("application/xmlx", XML, XML),
        ("application/pdf", b"\r\n", b"\r\n"),
    ],
)
def test_the_announced_type_decides_the_form(media_type, octets, digested):
    assert digested_octets(Attachment(media_type, octets)) == digested


@pytest.mark.parametrize(("media_type", "octets"), [("application/x-ebrs+xml", XML), ("text/plain", b"a\nb\r")])
def test_a_peer_that_announces_the_own_type_is_verified_by_the_same_rule(media_type, octets):
    received = opened(*forged(octets, media_type=media_type))

    assert received.message.parts[0].content == octets
    assert b64decode(received.references[2].value) != hashlib.sha256(octets).digest()


@pytest.mark.parametrize("octets", [b"not XML", b"<!DOCTYPE a><a/>", b"<a xmlns:r='relative'><r:b/></a>", b""])
def test_announced_xml_that_is_none_is_not_authentic(octets, monkeypatch):
    from edelivery.as4.security import signing

    monkeypatch.setattr(signing, "digested_octets", lambda attachment: attachment.octets)

    with refused(FAILED_AUTHENTICATION):
        opened(*forged(octets, media_type="application/xml"))
