"""Section 13 of the reference: envelopes that are no SOAP 1.2, headers that are no ebMS 3.0."""

import pytest

from edelivery.as4.errors import (
    FEATURE_NOT_SUPPORTED,
    INVALID_HEADER,
    MIME_INCONSISTENCY,
    POLICY_NONCOMPLIANCE,
    PROCESSING_MODE_MISMATCH,
    VALUE_INCONSISTENT,
    SoapFault,
)
from edelivery.as4.limits import Limits
from edelivery.as4.namespaces import EBMS, SOAP11, SOAP12
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, write_receipt
from edelivery.as4.unpacking import read_envelope
from tests.edelivery.as4.factories import NOON, berlin, opened, packed, request_part, user_message
from tests.edelivery.as4.forging import forged, swapped
from tests.edelivery.as4.refusals import refused

SENT = packed(user_message())
BOMB = (
    b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]>"
)

NOT_SOAP = {
    "not XML": b"secret, not XML",
    "empty": b"",
    "cut off": SENT.signed_header[:-20],
    "document type": b"<!DOCTYPE x>" + SENT.signed_header,
    "external document type": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">' + SENT.signed_header,
    "entity bomb": BOMB + SENT.signed_header.replace(b"QueryManager", b"&j;"),
    "external entity": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + SENT.signed_header.replace(b"QueryManager", b"&e;"),
    "unknown entity": SENT.signed_header.replace(b"QueryManager", b"&nbsp;"),
    "processing instruction": SENT.signed_header.replace(b"<env:Header>", b"<?php evil ?><env:Header>"),
    "processing instruction before": b"<?php evil ?>" + SENT.signed_header,
    "UTF-16": SENT.signed_header.decode().encode("utf-16"),
    "another encoding": b'<?xml version="1.0" encoding="ISO-8859-1"?>' + SENT.signed_header.replace(b"QueryManager", b"\xe9"),
    "too deep": SENT.signed_header.replace(b"</env:Header>", b"<x>" * 60 + b"</x>" * 60 + b"</env:Header>"),
    "far too deep": SENT.signed_header.replace(b"</env:Header>", b"<x>" * 6000 + b"</x>" * 6000 + b"</env:Header>"),
    "too large": SENT.signed_header.replace(b"</env:Header>", b" " * 1024 * 1024 + b"</env:Header>"),
    "namespaces without end": SENT.signed_header.replace(
        b"<env:Envelope", b"<env:Envelope" + b"".join(b' xmlns:p%d="urn:%d"' % (n, n) for n in range(1000)), 1
    ),
    "two bodies": SENT.signed_header.replace(b"</env:Envelope>", b"<env:Body></env:Body></env:Envelope>"),
    "two headers": SENT.signed_header.replace(b"<env:Body", b"<env:Header></env:Header><env:Body"),
    "body first": b"<env:Envelope xmlns:env='%s'><env:Body/><env:Header/></env:Envelope>" % SOAP12.encode(),
    "no body": b"<env:Envelope xmlns:env='%s'><env:Header/></env:Envelope>" % SOAP12.encode(),
    "another document": b"<Envelope/>",
}


@pytest.mark.parametrize("envelope", NOT_SOAP.values(), ids=NOT_SOAP.keys())
def test_what_is_not_a_soap_envelope_is_refused_without_echoing_it(envelope):
    with refused(INVALID_HEADER) as refusal:
        read_envelope(SIGNAL_CONTENT_TYPE, envelope)

    assert refusal.value.fault is SoapFault.SENDER
    assert refusal.value.ref_to_message_id is None
    assert "secret" not in refusal.value.explanation


def test_a_soap_1_1_envelope_is_told_its_version_is_wrong():
    with refused(MIME_INCONSISTENCY) as refusal:
        read_envelope(SIGNAL_CONTENT_TYPE, f"<e:Envelope xmlns:e='{SOAP11}'><e:Body/></e:Envelope>".encode())

    assert refusal.value.fault is SoapFault.VERSION_MISMATCH


@pytest.mark.parametrize("value", ["true", "1"])
def test_a_header_that_must_be_understood_and_is_not_stops_the_message(value):
    with refused(INVALID_HEADER) as refusal:
        read_envelope(*swapped(SENT, "</env:Header>", f'<w:A xmlns:w="urn:w" env:mustUnderstand="{value}"/></env:Header>'))

    assert refusal.value.fault is SoapFault.MUST_UNDERSTAND


@pytest.mark.parametrize("attributes", ['env:mustUnderstand="false"', 'env:mustUnderstand="true" env:role="urn:somebody-else"'])
def test_other_headers_that_need_not_be_understood_here_are_passed_over(attributes):
    sent = swapped(SENT, "</env:Header>", f'<w:A xmlns:w="urn:w" {attributes}/></env:Header>')

    assert opened(*sent).message == user_message()


def test_the_envelope_limit_is_configurable():
    with refused(INVALID_HEADER):
        read_envelope(SENT.content_type, SENT.body, Limits(soap_part=1000))


def test_a_comment_never_splits_a_value_in_two():
    sent = swapped(SENT, ">QueryManager<", ">Query<!-- -->Manager<")

    assert opened(*sent).message.service == "QueryManager"


def swap(old, new):
    return lambda xml: xml.replace(old, new, 1)


def cut(start, end):
    return lambda xml: xml[: xml.index(start)] + xml[xml.index(end) + len(end) :]


def moved(xml):
    start, end = xml.index("<eb:PartyInfo>"), xml.index("</eb:PartyInfo>") + len("</eb:PartyInfo>")
    return xml[:start] + xml[end:].replace("</eb:UserMessage>", xml[start:end] + "</eb:UserMessage>")


INVALID = {
    "two user messages": lambda xml: xml * 2,
    "no message": lambda xml: "",
    "user message and signal": lambda xml: xml + "<eb:SignalMessage></eb:SignalMessage>",
    "something else": lambda xml: "<eb:Nothing></eb:Nothing>",
    "no MessageInfo": cut("<eb:MessageInfo>", "</eb:MessageInfo>"),
    "no MessageId": cut("<eb:MessageId>", "</eb:MessageId>"),
    "empty MessageId": swap(user_message().message_id, " "),
    "MessageId not ASCII": swap(user_message().message_id, "é@x"),
    "MessageId too long": swap(user_message().message_id, "x" * 256),
    "MessageId with child": swap(user_message().message_id, "a<eb:b/>"),
    "Timestamp no moment": swap("2026-05-04T12:00:00.000Z", "yesterday"),
    "Timestamp no such day": swap("2026-05-04T12", "2026-02-30T12"),
    "no PartyInfo": cut("<eb:PartyInfo>", "</eb:PartyInfo>"),
    "two PartyIds": swap("<eb:Role>", "<eb:PartyId>x</eb:PartyId><eb:Role>"),
    "no Role": cut("<eb:Role>", "</eb:Role>"),
    "From and To swapped": lambda xml: xml.replace("eb:From", "eb:X").replace("eb:To>", "eb:From>").replace("eb:X", "eb:To"),
    "PartyInfo last": moved,
    "no Service": cut("<eb:Service", "</eb:Service>"),
    "no ConversationId": cut("<eb:ConversationId>", "</eb:ConversationId>"),
    "Action before Service": lambda xml: cut("<eb:Action>", "</eb:Action>")(xml).replace(
        "<eb:Service", "<eb:Action>x</eb:Action><eb:Service"
    ),
    "empty properties": lambda xml: xml[: xml.index("<eb:Property")] + xml[xml.index("</eb:MessageProperties>") :],
    "property without name": swap('<eb:Property name="ExchangeId">', "<eb:Property>"),
    "property with children": swap("oots-edm:v2.0", "<eb:x/>"),
    "stranger in the message": swap("<eb:MessageProperties>", '<x xmlns="urn:x"/><eb:MessageProperties>'),
    "empty PayloadInfo": lambda xml: xml[: xml.index("<eb:PartInfo")] + xml[xml.index("</eb:PayloadInfo>") :],
    "stranger in PartInfo": swap("</eb:PartProperties>", '</eb:PartProperties><x xmlns="urn:x"/>'),
}


@pytest.mark.parametrize("edit", INVALID.values(), ids=INVALID.keys())
def test_a_header_against_its_schema_is_invalid(edit):
    with refused(INVALID_HEADER):
        read_envelope(*forged(header=edit))


def test_a_refusal_after_the_message_id_was_read_names_the_message():
    with refused(INVALID_HEADER) as refusal:
        read_envelope(*forged(header=INVALID["no Service"]))

    assert refusal.value.ref_to_message_id == user_message().message_id


def test_a_property_given_twice_is_inconsistent():
    with refused(VALUE_INCONSISTENT):
        read_envelope(*forged(header=swap('name="finalRecipient"', 'name="originalSender"')))


@pytest.mark.parametrize("block", ["eb:Messaging", "wsse:Security"])
@pytest.mark.parametrize("change", ["twice", "for somebody else"])
def test_each_block_is_there_once_and_for_us(block, change):
    start = SENT.signed_header.decode().index(f"<{block}")
    end = SENT.signed_header.decode().index(f"</{block}>") + len(f"</{block}>")
    xml = SENT.signed_header.decode()[start:end]
    other = xml + xml if change == "twice" else xml.replace(f"<{block}", f'<{block} env:role="urn:else"', 1)

    with refused(INVALID_HEADER):
        read_envelope(*swapped(SENT, xml, other))


def test_a_message_without_messaging_is_invalid():
    with refused(INVALID_HEADER):
        read_envelope(SIGNAL_CONTENT_TYPE, f"<e:Envelope xmlns:e='{SOAP12}'><e:Header/><e:Body/></e:Envelope>".encode())


def test_a_message_hidden_in_a_body_without_header_is_not_found():
    xml = f"<e:Envelope xmlns:e='{SOAP12}'><e:Body><m:Messaging xmlns:m='{EBMS}'><m:UserMessage/></m:Messaging></e:Body></e:Envelope>"

    with refused(INVALID_HEADER):
        read_envelope(SIGNAL_CONTENT_TYPE, xml.encode())


@pytest.mark.parametrize("body", ["<payload/>", "text"])
def test_a_body_that_is_not_empty_is_against_the_profile(body):
    with refused(POLICY_NONCOMPLIANCE):
        read_envelope(*forged(body=body))


def test_a_pull_request_is_not_supported():
    pull = "<eb:SignalMessage><eb:PullRequest></eb:PullRequest></eb:SignalMessage>"

    with refused(FEATURE_NOT_SUPPORTED):
        read_envelope(*forged(header=lambda _: pull))


def test_a_receipt_that_is_pushed_to_us_belongs_to_no_processing_mode():
    receipt = write_receipt(opened(SENT.content_type, SENT.body), signer=berlin(), message_id="r@de", now=NOON)

    with refused(PROCESSING_MODE_MISMATCH):
        read_envelope(SIGNAL_CONTENT_TYPE, receipt)


def test_prefixes_do_not_matter_and_neither_does_the_order_of_the_header_blocks():
    xml = SENT.signed_header.decode()
    start, end = xml.index("<wsse:Security"), xml.index("</env:Header>")
    security = xml[start:end]

    sent = swapped(SENT, security, "")
    sent = (sent[0], sent[1].replace(b"<env:Header>", b"<env:Header>" + security.encode()))

    assert opened(*sent).message == user_message()


def test_a_default_namespace_header_reads_the_same():
    def unprefixed(xml):
        return xml.replace("<eb:", "<").replace("</eb:", "</").replace("<UserMessage", f'<UserMessage xmlns="{EBMS}"', 1)

    assert read_envelope(*forged(header=unprefixed)).user_message.service == request_user_message().service


def request_user_message():
    return user_message(request_part())
