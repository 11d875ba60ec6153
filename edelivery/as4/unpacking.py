"""Opens what another access point sent: split, parse, decrypt, verify, decompress (reference 13)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from cryptography import x509

from edelivery.as4.compression import decompress
from edelivery.as4.errors import (
    EXTERNAL_PAYLOAD_ERROR,
    FEATURE_NOT_SUPPORTED,
    INVALID_HEADER,
    MIME_INCONSISTENCY,
    POLICY_NONCOMPLIANCE,
    PROCESSING_MODE_MISMATCH,
    As4Error,
)
from edelivery.as4.header.reader import read_user_message
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.limits import DEFAULT_LIMITS, Limits
from edelivery.as4.markup import Element, canonical
from edelivery.as4.messages import DigestReference, Part, UserMessage
from edelivery.as4.mime.content_ids import resolve
from edelivery.as4.mime.related import unbundle
from edelivery.as4.mime.splitting import MimePart
from edelivery.as4.namespaces import eb
from edelivery.as4.policy import PROFILE, SecurityPolicy
from edelivery.as4.security.attachments import Attachment
from edelivery.as4.security.decryption import decrypt
from edelivery.as4.security.encrypted_parts import read_encrypted_parts
from edelivery.as4.security.verification import find_signature, verify
from edelivery.as4.soap import SoapEnvelope, is_empty, read_soap


@dataclass(frozen=True, slots=True, eq=False)
class Envelope:
    """A message as it claims to be: good for choosing certificates, nothing in it is verified."""

    user_message: UserMessage
    soap: SoapEnvelope = field(repr=False)
    parts: Mapping[str, MimePart] = field(repr=False)
    octets: bytes = field(repr=False)
    limits: Limits = field(repr=False)

    @property
    def message_id(self) -> str:
        return self.user_message.message_id


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A verified message.

    `signed_header` is the SOAP envelope as received; `confirmations` are its ds:Reference elements
    in canonical form, as a receipt repeats them.
    """

    message: UserMessage
    references: tuple[DigestReference, ...]
    signer_certificate: x509.Certificate
    signed_header: bytes = field(repr=False)
    confirmations: tuple[str, ...] = field(repr=False)


def read_envelope(content_type: str, body: bytes, limits: Limits = DEFAULT_LIMITS) -> Envelope:
    """Split and parse an inbound HTTP body. Raises As4Error with the code to answer."""
    unbundled = unbundle(content_type, body, limits)
    soap = read_soap(unbundled.soap, limits)
    message = read_user_message(_the_user_message(soap))
    with _about(message.message_id):
        if not is_empty(soap.body):
            raise As4Error(POLICY_NONCOMPLIANCE, "The SOAP Body is empty: payloads are MIME parts.")
        parts = _matched(message.parts, unbundled.attachments)
    if parts != message.parts:
        message = replace(message, parts=parts)
    return Envelope(message, soap, unbundled.attachments, bytes(unbundled.soap), limits)


def open_message(
    envelope: Envelope,
    *,
    own: SigningIdentity | Sequence[SigningIdentity],
    sender_certificate: x509.Certificate,
    policy: SecurityPolicy = PROFILE,
    at: datetime | None = None,
) -> Opened:
    """The message decrypted, verified against the pinned certificate and decompressed. Raises As4Error.

    `own` are our identities, of which the message names one. `at` is the moment at which the sender's
    certificate must be valid; None leaves its validity unchecked.
    """
    with _about(envelope.message_id):
        signature = find_signature(envelope.soap, policy)
        attachments = _decrypted(envelope, [own] if isinstance(own, SigningIdentity) else own, policy)
        verified = verify(envelope.soap, signature, attachments, certificate=sender_certificate, policy=policy, at=at)
        if not verified.attachments >= attachments.keys():
            raise As4Error(POLICY_NONCOMPLIANCE, "A part is not signed.")
        message = replace(envelope.user_message, parts=_unfolded(envelope, attachments))
    confirmations = tuple(canonical(reference.node).decode() for reference in signature.references)
    return Opened(message, verified.references, sender_certificate, envelope.octets, confirmations)


@contextmanager
def _about(message_id: str) -> Iterator[None]:
    """Refusals raised inside name the message they are about."""
    try:
        yield
    except As4Error as error:
        error.ref_to_message_id = message_id
        raise


def _the_user_message(soap: SoapEnvelope) -> Element:
    if soap.messaging is None or len(soap.messaging) != 1:
        raise As4Error(INVALID_HEADER, "There is exactly one Messaging block with exactly one message.")
    only = soap.messaging[0]
    if only.tag == eb("SignalMessage"):
        _refuse_signal(only)
    if only.tag != eb("UserMessage"):
        raise As4Error(INVALID_HEADER, "The Messaging block holds no message.")
    return only


def _refuse_signal(signal: Element) -> None:
    if signal.find(eb("PullRequest")) is not None:
        raise As4Error(FEATURE_NOT_SUPPORTED, "Messages are pushed here, never pulled.")
    raise As4Error(PROCESSING_MODE_MISMATCH, "Receipts and errors travel back on the connection of their message.")


def _matched(parts: tuple[Part, ...], attachments: Mapping[str, MimePart]) -> tuple[Part, ...]:
    """Every PartInfo has its part and every part its PartInfo."""
    matched = tuple(part if part.content_id in attachments else _decoded(part, attachments) for part in parts)
    if {part.content_id for part in matched} != attachments.keys() or len(matched) != len(attachments):
        raise As4Error(MIME_INCONSISTENCY, "A part came that the header does not name, or names twice.")
    return matched


def _decoded(part: Part, attachments: Mapping[str, MimePart]) -> Part:
    content_id = resolve(part.content_id, attachments)
    if content_id is None:
        raise As4Error(EXTERNAL_PAYLOAD_ERROR, "A payload that the header names did not come.")
    return replace(part, content_id=content_id)


def _decrypted(envelope: Envelope, own: Sequence[SigningIdentity], policy: SecurityPolicy) -> dict[str, Attachment]:
    if not envelope.parts or envelope.soap.security is None:
        return {}
    encrypted = read_encrypted_parts(envelope.soap.security, envelope.parts, policy)
    return decrypt(encrypted, envelope.parts, own, envelope.soap.nodes)


def _unfolded(envelope: Envelope, attachments: Mapping[str, Attachment]) -> tuple[Part, ...]:
    """The parts with their content; the limit is for all of them together."""
    parts, left = [], envelope.limits.decompressed
    for part in envelope.user_message.parts:
        octets = bytes(attachments[part.content_id].octets)
        content = decompress(octets, limit=left) if part.compressed else octets
        left -= len(content) if part.compressed else 0
        parts.append(replace(part, content=content))
    return tuple(parts)
