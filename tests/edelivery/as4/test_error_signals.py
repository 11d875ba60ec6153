"""Error signals, ours and those of others (reference 9 and 4.4)."""

import pytest
from lxml import etree

from edelivery.as4 import errors
from edelivery.as4.errors import DELIVERY_FAILURE, FAILED_AUTHENTICATION, INVALID_HEADER, As4Error, ErrorCode, Severity, SoapFault
from edelivery.as4.namespaces import EBMS, SOAP12, env, wsse
from edelivery.as4.ping import PING_ACTION, PING_SERVICE, is_ping
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, ErrorSignal, read_signal, verify_signal, write_error
from edelivery.as4.unpacking import read_envelope
from tests.edelivery.as4.factories import NOON, berlin, lisbon, packed, user_message
from tests.edelivery.as4.refusals import refused

CODES = [value for value in vars(errors).values() if isinstance(value, ErrorCode)]


def written(error: As4Error, **changes: object) -> bytes:
    return write_error(error, **({"signer": berlin(), "message_id": "error@de.localhost", "now": NOON} | changes))


def read(answer: bytes) -> ErrorSignal:
    signal = read_signal(SIGNAL_CONTENT_TYPE, answer)
    assert isinstance(signal, ErrorSignal)
    return signal


@pytest.mark.parametrize("code", CODES, ids=str)
def test_every_code_is_written_and_read_back(code):
    signal = read(written(As4Error(code, 'It is "so" & <so>.'), ref="message@pt.localhost"))

    (reported,) = signal.errors
    assert (reported.code, reported.severity, reported.category) == (code.code, code.severity, code.category)
    assert (reported.short_description, reported.origin) == (code.name, code.origin)
    assert reported.description == 'It is "so" & <so>.'
    assert signal.ref_to_message_id == reported.ref_to_message_in_error == "message@pt.localhost"
    assert (signal.message_id, signal.timestamp, signal.fault) == ("error@de.localhost", NOON, None)


def test_the_table_holds_each_code_once():
    assert len({code.code for code in CODES}) == len(CODES) == 20
    assert {code.code for code in CODES if code.severity is Severity.WARNING} == {"EBMS:0002", "EBMS:0006"}


def test_a_signed_error_is_authentic_and_an_unsigned_one_is_not():
    error = As4Error(FAILED_AUTHENTICATION, "No.")

    verify_signal(read(written(error)), peer_certificate=berlin().certificate, at=NOON)
    with refused(errors.POLICY_NONCOMPLIANCE):
        verify_signal(read(written(error, signer=None)), peer_certificate=berlin().certificate)
    with refused(FAILED_AUTHENTICATION):
        verify_signal(read(written(error)), peer_certificate=lisbon().certificate)


def test_an_unsigned_error_has_no_security_header():
    assert etree.fromstring(written(As4Error(INVALID_HEADER, "No."), signer=None)).find(f".//{wsse('Security')}") is None


def test_the_offending_message_is_named_when_the_error_knows_it_and_only_then():
    with refused(INVALID_HEADER) as known:
        read_envelope(SIGNAL_CONTENT_TYPE, packed(user_message()).signed_header.replace(b"eb:Service", b"eb:Sevrice"))
    with refused(INVALID_HEADER) as unknown:
        read_envelope(SIGNAL_CONTENT_TYPE, b"not XML")

    assert read(written(known.value)).ref_to_message_id == user_message().message_id
    assert read(written(unknown.value)).ref_to_message_id is None


@pytest.mark.parametrize("fault", SoapFault)
def test_a_fault_stands_in_the_body_beside_the_signal_and_is_signed_with_it(fault):
    answer = written(As4Error(INVALID_HEADER, "Not understood.", fault=fault))
    signal = read(answer)

    verify_signal(signal, peer_certificate=berlin().certificate)
    assert signal.fault is not None
    assert (signal.fault.code, signal.fault.reason) == (fault.value, "Not understood.")
    assert signal.errors[0].code == "EBMS:0009"
    code = etree.fromstring(answer).find(f".//{env('Value')}")
    assert code.nsmap[code.text.split(":")[0]] == SOAP12


FAULT = """<soap:Body><soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code>
  <soap:Reason><soap:Text xml:lang="en">Invalid header</soap:Text></soap:Reason></soap:Fault></soap:Body>"""
SIGNAL = f"""<ns:Messaging xmlns:ns="{EBMS}" soap:mustUnderstand="true"><ns:SignalMessage>
  <ns:MessageInfo><ns:Timestamp>2026-05-04T12:00:00.000Z</ns:Timestamp><ns:MessageId>e@domibus.eu</ns:MessageId>
    <ns:RefToMessageId>m@pt</ns:RefToMessageId></ns:MessageInfo>
  <ns:Error errorCode="EBMS:0004" severity="failure" origin="ebMS" category="Content" shortDescription="Other" refToMessageInError="m@pt">
    <ns:Description xml:lang="en">Something</ns:Description><ns:ErrorDetail>Gone wrong</ns:ErrorDetail></ns:Error>
  <ns:Error errorCode="ACME:1" severity="failure"/>
</ns:SignalMessage></ns:Messaging>"""


def envelope(header: str, body: str) -> bytes:
    return f'<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="{SOAP12}">{header}{body}</soap:Envelope>'.encode()


def test_the_fault_of_domibus_is_read_from_its_header_first():
    signal = read(envelope(f"<soap:Header>{SIGNAL}</soap:Header>", FAULT))

    assert [error.code for error in signal.errors] == ["EBMS:0004", "ACME:1"]
    assert (signal.errors[0].description, signal.errors[0].detail) == ("Something", "Gone wrong")
    assert (signal.message_id, signal.ref_to_message_id) == ("e@domibus.eu", "m@pt")
    assert signal.fault is not None
    assert (signal.fault.code, signal.fault.reason) == ("Receiver", "Invalid header")


@pytest.mark.parametrize("header", ["<soap:Header/>", ""])
def test_a_fault_alone_has_no_codes_of_ebms(header):
    signal = read(envelope(header, FAULT))

    assert (signal.errors, signal.message_id) == ((), None)
    assert signal.fault is not None
    assert signal.fault.code == "Receiver"


def test_an_error_wins_over_a_receipt_in_the_same_signal():
    both = SIGNAL.replace("<ns:Error ", "<ns:Receipt/><ns:Error ", 1)

    assert read(envelope(f"<soap:Header>{both}</soap:Header>", "<soap:Body/>")).errors[0].code == "EBMS:0004"


def test_an_error_never_carries_more_than_its_explanation():
    assert b"Traceback" not in written(As4Error(DELIVERY_FAILURE, "Try again later."))


def test_only_the_pair_of_service_and_action_is_a_ping():
    assert is_ping(PING_SERVICE, PING_ACTION)
    assert not is_ping("QueryManager", PING_ACTION)
    assert not is_ping(PING_SERVICE, "ExecuteQueryRequest")
