"""What crosses the front door: messages as the floors above see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from edelivery.as4.messages import DigestReference
from edm.vocabulary.actions import SERVICE
from edm.vocabulary.parties import ParticipantId, PartyId


@dataclass(frozen=True, slots=True)
class Part:
    """One payload; the first part of a message is its structured document."""

    content_id: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboundMessage:
    """A message to hand to our access point; `message_id` is minted by the caller and used once."""

    message_id: str
    own_party: PartyId
    peer_party: PartyId
    action: str
    conversation_id: UUID
    exchange_id: UUID
    specification: str
    original_sender: ParticipantId
    final_recipient: ParticipantId
    parts: tuple[Part, ...]
    service: str = SERVICE


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMessage:
    """A message whose signature, sender and digests are verified; nothing in its parts is."""

    message_id: str
    own_party: PartyId
    peer_party: PartyId
    service: str
    action: str
    conversation_id: str
    exchange_id: str | None
    specification: str | None
    original_sender: ParticipantId
    final_recipient: ParticipantId
    properties: Mapping[str, str]
    parts: tuple[Part, ...]
    sent_at: datetime
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSummary:
    """One message of an exchange as staff and the API see it: no payload."""

    message_id: str
    direction: str
    own_party: PartyId
    peer_party: PartyId
    action: str
    state: str
    attempts: int
    started_at: datetime
    settled_at: datetime | None
    receipt_verdict: str
    state_in_words: str
    verdict_in_words: str
    references: tuple[DigestReference, ...]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """One message exactly as it crossed HTTP, with its receipt and its decrypted parts (sandbox only)."""

    message_id: str
    action: str
    sender: PartyId
    receiver: PartyId
    content_type: str
    body: bytes
    receipt: bytes | None
    receipt_verdict: str
    parts: tuple[Part, ...]
