"""Receipts and errors: what answers a user message on the same connection (reference 8 and 9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from edelivery.as4.errors import As4Error
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import DigestReference
from edelivery.as4.unpacking import Opened

SIGNAL_CONTENT_TYPE = "application/soap+xml; charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as it claims to be; `content` is its evidence, byte for byte."""

    message_id: str
    timestamp: datetime
    ref_to_message_id: str
    references: tuple[DigestReference, ...]
    content: bytes


@dataclass(frozen=True, slots=True)
class ReportedError:
    """One eb:Error of a signal; codes we do not know are kept as text."""

    code: str
    severity: str
    category: str | None = None
    short_description: str | None = None
    origin: str | None = None
    description: str | None = None
    detail: str | None = None
    ref_to_message_in_error: str | None = None


@dataclass(frozen=True, slots=True)
class ErrorSignal:
    """An error answer. It says that this attempt failed and, unsigned, nothing more."""

    message_id: str
    timestamp: datetime
    ref_to_message_id: str | None
    errors: tuple[ReportedError, ...]
    content: bytes


def write_receipt(opened: Opened, *, signer: SigningIdentity, message_id: str, now: datetime) -> bytes:
    """The signed non-repudiation receipt for a message that is safely stored."""
    raise NotImplementedError


def write_error(error: As4Error, *, signer: SigningIdentity | None, message_id: str, now: datetime, ref: str | None = None) -> bytes:
    """The error signal for a refused message, signed when a signer is given."""
    raise NotImplementedError


def read_signal(content_type: str, body: bytes) -> Receipt | ErrorSignal:
    """What the answer to our message says. Raises UnreadableAnswer when it is no signal."""
    raise NotImplementedError


def verify_receipt(
    receipt: Receipt,
    *,
    sent_message_id: str,
    sent_references: Sequence[DigestReference],
    peer_certificate: x509.Certificate,
    at: datetime | None = None,
) -> None:
    """Refuse a receipt that does not confirm exactly what we sent. Raises InvalidReceipt."""
    raise NotImplementedError
