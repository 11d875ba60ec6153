"""Receipts and errors: what answers a user message on the same connection (reference 8 and 9)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509

from edelivery.as4.children import Children
from edelivery.as4.envelopes import body_block, messaging_block, security_header, write_envelope
from edelivery.as4.error_signals import ReportedError, ReportedFault, read_error_element, read_fault, write_error_element, write_fault
from edelivery.as4.errors import As4Error, InvalidReceipt, UnreadableAnswer
from edelivery.as4.header.message_info import MessageInfo, read_message_info, write_message_info
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.limits import DEFAULT_LIMITS
from edelivery.as4.markup import Element
from edelivery.as4.messages import DigestReference
from edelivery.as4.mime.related import unbundle
from edelivery.as4.mime.writing import SOAP_UTF8
from edelivery.as4.namespaces import eb
from edelivery.as4.nonrepudiation import read_confirmations, write_confirmations
from edelivery.as4.policy import PROFILE, SecurityPolicy
from edelivery.as4.security.signing import sign
from edelivery.as4.security.verification import find_signature, verify
from edelivery.as4.soap import SoapEnvelope, is_empty, read_soap
from edelivery.as4.unpacking import Opened
from edelivery.as4.writing import element

SIGNAL_CONTENT_TYPE = SOAP_UTF8


@dataclass(frozen=True, slots=True, eq=False)
class Receipt:
    """A receipt as it claims to be; `content` is its evidence, byte for byte."""

    message_id: str
    timestamp: datetime
    ref_to_message_id: str
    references: tuple[DigestReference, ...]
    content: bytes = field(repr=False)
    soap: SoapEnvelope = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class ErrorSignal:
    """An error answer. It says that this attempt failed and, unverified, nothing more.

    A bare SOAP fault has neither identifiers nor ebMS errors.
    """

    message_id: str | None
    timestamp: datetime | None
    ref_to_message_id: str | None
    errors: tuple[ReportedError, ...]
    fault: ReportedFault | None
    content: bytes = field(repr=False)
    soap: SoapEnvelope = field(repr=False)


def write_receipt(opened: Opened, *, signer: SigningIdentity, message_id: str, now: datetime) -> bytes:
    """The signed non-repudiation receipt for a message that is safely stored."""
    receipt = element("eb:Receipt", write_confirmations(opened.confirmations))
    return _signal(MessageInfo(now, message_id, opened.message.message_id), receipt, "", signer)


def write_error(error: As4Error, *, signer: SigningIdentity | None, message_id: str, now: datetime, ref: str | None = None) -> bytes:
    """The error signal for a refused message, signed when a signer is given.

    `ref` is the offending message; by default the one the error itself names, if any.
    """
    about = ref or error.ref_to_message_id
    fault = write_fault(error.fault, error.explanation) if error.fault is not None else ""
    return _signal(MessageInfo(now, message_id, about), write_error_element(error, about), fault, signer)


def read_signal(content_type: str, body: bytes) -> Receipt | ErrorSignal:
    """What the answer to our message says, whatever its HTTP status. The header is looked at before the body.

    Raises UnreadableAnswer when it is no signal, InvalidReceipt when it is a receipt nobody can read.
    """
    try:
        soap = read_soap(unbundle(content_type, body, DEFAULT_LIMITS).soap, DEFAULT_LIMITS)
        return _read_signal(soap, body)
    except InvalidReceipt:
        raise
    except As4Error as error:
        raise UnreadableAnswer("The answer is neither a receipt nor an error.") from error


def verify_receipt(
    receipt: Receipt,
    *,
    sent_message_id: str,
    sent_references: Sequence[DigestReference],
    peer_certificate: x509.Certificate,
    policy: SecurityPolicy = PROFILE,
    at: datetime | None = None,
) -> None:
    """Refuse a receipt that does not confirm exactly what we sent. Raises InvalidReceipt."""
    if receipt.ref_to_message_id != sent_message_id:
        raise InvalidReceipt("The receipt is for another message.")
    if not sent_references or sorted(receipt.references) != sorted(sent_references):
        raise InvalidReceipt("The receipt confirms other digests than those sent.", ref_to_message_id=sent_message_id)
    try:
        verify_signal(receipt, peer_certificate=peer_certificate, policy=policy, at=at)
    except As4Error as error:
        raise InvalidReceipt(error.explanation, ref_to_message_id=sent_message_id) from error


def verify_signal(
    signal: Receipt | ErrorSignal, *, peer_certificate: x509.Certificate, policy: SecurityPolicy = PROFILE, at: datetime | None = None
) -> None:
    """Refuse a signal that the partner did not sign. Raises As4Error."""
    signature = find_signature(signal.soap, policy)
    verify(signal.soap, signature, {}, certificate=peer_certificate, policy=policy, at=at)


def _signal(info: MessageInfo, content: str, fault: str, signer: SigningIdentity | None) -> bytes:
    token = secrets.token_hex(16)
    messaging = messaging_block(element("eb:SignalMessage", write_message_info(info), content), token)
    body = body_block(token, fault)
    if signer is None:
        return write_envelope(messaging, body)
    return write_envelope(messaging, body, security_header(sign((body, messaging), {}, signer=signer, token=token).xml))


def _read_signal(soap: SoapEnvelope, content: bytes) -> Receipt | ErrorSignal:
    fault = read_fault(soap.body)
    if soap.messaging is None and fault is not None:
        return ErrorSignal(None, None, None, (), fault, content, soap)
    signal = _the_signal(soap)
    info = read_message_info(Children(signal).one(eb("MessageInfo")))
    errors = tuple(read_error_element(element) for element in signal.iterfind(eb("Error")))
    if errors or fault is not None:
        return ErrorSignal(info.message_id, info.timestamp, info.ref_to_message_id, errors, fault, content, soap)
    return _read_receipt(signal, info, soap, content)


def _the_signal(soap: SoapEnvelope) -> Element:
    if soap.messaging is None or len(soap.messaging) != 1 or soap.messaging[0].tag != eb("SignalMessage"):
        raise UnreadableAnswer("The answer holds no signal.")
    return soap.messaging[0]


def _read_receipt(signal: Element, info: MessageInfo, soap: SoapEnvelope, content: bytes) -> Receipt:
    receipts = signal.findall(eb("Receipt"))
    if len(receipts) != 1 or info.ref_to_message_id is None or not is_empty(soap.body):
        raise InvalidReceipt("The receipt is not one receipt for one message.")
    try:
        references = read_confirmations(receipts[0], PROFILE)
    except (As4Error, ValueError) as error:
        raise InvalidReceipt("The receipt confirms nothing that can be read.") from error
    return Receipt(info.message_id, info.timestamp, info.ref_to_message_id, references, content, soap)
