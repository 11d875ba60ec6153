"""Section 13 of the reference, row by row: what is broken before any XML is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edelivery.as4.errors import DECOMPRESSION_FAILURE, EXTERNAL_PAYLOAD_ERROR, MIME_INCONSISTENCY, VALUE_INCONSISTENT, As4Error, SoapFault
from edelivery.as4.limits import DEFAULT_LIMITS, Limits
from edelivery.as4.mime.content_type import read_content_type
from edelivery.as4.mime.splitting import split
from edelivery.as4.unpacking import read_envelope
from tests.edelivery.as4.factories import opened, packed, request_part, user_message
from tests.edelivery.as4.forging import forged, swapped
from tests.edelivery.as4.refusals import refused

SENT = packed()
BOUNDARY = SENT.content_type.split('boundary="')[1].split('"')[0]
ROOT = SENT.content_type.split('start="<')[1].split(">")[0]


def with_body(change):
    return SENT.content_type, change(SENT.body)


BROKEN = {
    "no boundary": ("multipart/related", SENT.body),
    "another boundary": (SENT.content_type.replace(BOUNDARY, "other"), SENT.body),
    "boundary too long": (f'multipart/related; boundary="{"x" * 71}"', SENT.body),
    "two boundaries": (SENT.content_type + "; boundary=other", SENT.body),
    "no content type": ("", SENT.body),
    "nonsense parameter": (SENT.content_type + '; "', SENT.body),
    "form data": (SENT.content_type.replace("related", "form-data"), SENT.body),
    "empty body": (SENT.content_type, b""),
    "not closed": with_body(lambda body: body[:-10]),
    "only a closing delimiter": (SENT.content_type, f"--{BOUNDARY}--\r\n".encode()),
    "missing root": (SENT.content_type.replace(ROOT, "elsewhere@as4"), SENT.body),
    "part without Content-ID": with_body(lambda body: body.replace(b"Content-ID: <request@oots.eu>\r\n", b"")),
    "empty Content-ID": with_body(lambda body: body.replace(b"<request@oots.eu>", b"<>")),
    "two parts of one Content-ID": with_body(lambda body: body.replace(b"<request@oots.eu>", f"<{ROOT}>".encode())),
    "header given twice": with_body(lambda body: body.replace(b"Content-ID: <req", b"Content-ID: <other>\r\nContent-ID: <req")),
    "header without colon": with_body(lambda body: body.replace(b"Content-ID: <req", b"Content-ID <req")),
    "header not ASCII": with_body(lambda body: body.replace(b"Content-ID: <req", b"Content-ID: <\xe9req")),
    "header too long": with_body(lambda body: body.replace(b"Content-ID: <req", b"X: " + b"y" * 9000 + b"\r\nContent-ID: <req")),
    "line ends without return": with_body(lambda body: body.replace(b"\r\n", b"\n")),
    "nested multipart": with_body(lambda body: body.replace(b"application/octet-stream\r", b'multipart/mixed; boundary="x"\r')),
    "nested message": with_body(lambda body: body.replace(b"application/octet-stream\r", b"message/rfc822\r")),
    "base64 part": with_body(lambda body: body.replace(b"Encoding: binary\r\nContent-ID: <req", b"Encoding: base64\r\nContent-ID: <req")),
    "root not SOAP": with_body(lambda body: body.replace(b"application/soap+xml;", b"application/xml;")),
    "root not UTF-8": with_body(lambda body: body.replace(b"charset=UTF-8", b"charset=UTF-16")),
    "part of no PartInfo": with_body(
        lambda body: body.replace(
            f"\r\n--{BOUNDARY}--".encode(), f"\r\n--{BOUNDARY}\r\nContent-ID: <stowaway@oots.eu>\r\n\r\nhi\r\n--{BOUNDARY}--".encode()
        )
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_broken_packaging_is_a_mime_inconsistency(broken):
    with refused(MIME_INCONSISTENCY):
        read_envelope(*broken)


@pytest.mark.parametrize("content_type", ["text/xml; charset=utf-8", SENT.content_type])
def test_soap_1_1_is_told_its_version_is_wrong(content_type):
    body = SENT.body.replace(b"application/soap+xml;", b"text/xml;") if "multipart" in content_type else SENT.signed_header

    with refused(MIME_INCONSISTENCY) as refusal:
        read_envelope(content_type, body)

    assert refusal.value.fault is SoapFault.VERSION_MISMATCH


@pytest.mark.parametrize("limits", [Limits(body=9_000), Limits(attachments=1)], ids=["size", "parts"])
def test_more_than_the_limits_is_refused(limits):
    sent = packed(user_message(request_part(), request_part(content_id="b@oots.eu"), request_part(content_id="c@oots.eu")))

    with refused(MIME_INCONSISTENCY):
        read_envelope(sent.content_type, sent.body, limits)


def test_a_payload_the_header_names_but_nobody_sent_is_an_external_payload():
    boundary = f"\r\n--{BOUNDARY}".encode()
    without = boundary.join(SENT.body.split(boundary)[:1]) + boundary + b"--\r\n"

    with refused(EXTERNAL_PAYLOAD_ERROR) as refusal:
        read_envelope(SENT.content_type, without)

    assert refusal.value.ref_to_message_id == user_message().message_id


@pytest.mark.parametrize("href", ['href="https://elsewhere.example/x"', 'href="request@oots.eu"', 'href="cid:"', 'href="#body"', ""])
def test_a_payload_outside_the_message_is_refused(href):
    with refused(EXTERNAL_PAYLOAD_ERROR):
        read_envelope(*forged(header=lambda xml: xml.replace('href="cid:request@oots.eu"', href)))


def test_two_part_infos_for_one_part_contradict_each_other():
    def twice(xml):
        part_info = xml[xml.index("<eb:PartInfo") : xml.index("</eb:PayloadInfo>")]
        return xml.replace(part_info, part_info * 2)

    with refused(VALUE_INCONSISTENT):
        read_envelope(*forged(header=twice))


def test_two_ways_to_write_one_content_id_do_not_make_two_parts():
    def twice(xml):
        part_info = xml[xml.index("<eb:PartInfo") : xml.index("</eb:PayloadInfo>")]
        return xml.replace(part_info, part_info + part_info.replace("request@", "%72equest@"))

    with refused(MIME_INCONSISTENCY):
        read_envelope(*forged(header=twice))


@pytest.mark.parametrize("properties", [('MimeType">application/pdf', 'MimeType">'), ('MimeType">application/pdf', 'Mime">x')])
def test_a_compressed_part_without_its_own_type_cannot_be_decompressed(properties):
    def compressed(xml):
        return xml.replace(*properties).replace(
            "</eb:PartProp", '<eb:Property name="CompressionType">application/gzip</eb:Property></eb:PartProp'
        )

    with refused(DECOMPRESSION_FAILURE):
        read_envelope(*forged(header=compressed))


def test_foreign_ways_to_write_the_same_packaging_are_understood():
    content_type = f"Multipart/Related ;start-info=application/soap+xml; BOUNDARY={BOUNDARY};type=application/soap+xml"
    body = (
        b"preamble\r\n" + SENT.body.replace(b"Content-ID: <req", b"Content-Description: Attachment\r\ncontent-id:\r\n <req") + b"epilogue"
    )
    body = body.replace(f"--{BOUNDARY}\r\n".encode(), f"--{BOUNDARY} \t\r\n".encode())
    body = body.replace(f"Content-ID: <{ROOT}>\r\n".encode(), b"")

    assert opened(content_type, body).message == user_message(request_part())


def test_an_encoded_content_id_in_the_header_finds_its_part():
    content_type, body = swapped(SENT, "cid:request@oots.eu", "cid:request%40oots.eu")

    assert read_envelope(content_type, body).user_message.parts[0].content_id == "request@oots.eu"


def test_a_byte_order_mark_before_the_envelope_is_accepted():
    content_type, body = SENT.content_type, SENT.body.replace(SENT.signed_header, b"\xef\xbb\xbf" + SENT.signed_header)

    assert opened(content_type, body).message == user_message(request_part())


@given(contents=st.lists(st.binary(max_size=60), min_size=1, max_size=5), boundary=st.from_regex(r"[a-z=_:.-]{1,20}", fullmatch=True))
def test_splitting_gives_back_exactly_the_octets_that_were_put_together(contents, boundary):
    delimiter = b"--" + boundary.encode()
    contents = [content.replace(delimiter, b"") for content in contents]
    if any(delimiter in content for content in contents):
        return
    body = b"".join(delimiter + b"\r\nContent-ID: <%d@x>\r\n\r\n" % n + content + b"\r\n" for n, content in enumerate(contents))

    parts = split(body + delimiter + b"--", boundary, DEFAULT_LIMITS)

    assert [bytes(part.content) for part in parts] == contents
    assert [part.content_id for part in parts] == [f"{n}@x" for n in range(len(contents))]


@given(body=st.binary(max_size=300), content_type=st.text(max_size=80))
def test_no_bytes_whatever_do_more_than_be_refused(body, content_type):
    for candidate in (content_type, 'multipart/related; boundary="b"', "application/soap+xml"):
        with pytest.raises(As4Error):
            read_envelope(candidate, b"--b\r\n" + body)


def test_a_quoted_parameter_may_hold_what_a_token_may_not():
    read = read_content_type('multipart/related; boundary="uuid:1;\\"2\\"" ; Type="application/soap+xml"')

    assert read.parameters == {"boundary": 'uuid:1;"2"', "type": "application/soap+xml"}
