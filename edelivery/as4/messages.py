"""What travels between two access points: the user message of ebMS 3.0 as a value."""

from dataclasses import dataclass
from datetime import datetime

DEFAULT_MPC = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/defaultMPC"


@dataclass(frozen=True, slots=True)
class PartyRef:
    """An access point as the header names it; identifier, type and role are compared exactly."""

    id: str
    type: str | None
    role: str


@dataclass(frozen=True, slots=True)
class AgreementRef:
    """The agreement a message refers to; OOTS messages name none."""

    value: str
    type: str | None = None
    pmode: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """A message or part property."""

    name: str
    value: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One payload; `content` is always as the producer gave it, `compressed` says how it travels.

    `properties` holds what a producer may set: never MimeType, never CompressionType.
    """

    content_id: str
    media_type: str
    content: bytes = b""
    compressed: bool = False
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UserMessage:
    """One business message; the first part is the leading document."""

    message_id: str
    timestamp: datetime
    sender: PartyRef
    receiver: PartyRef
    service: str
    service_type: str | None
    action: str
    conversation_id: str
    properties: tuple[Property, ...] = ()
    parts: tuple[Part, ...] = ()
    ref_to_message_id: str | None = None
    agreement: AgreementRef | None = None
    mpc: str = DEFAULT_MPC


@dataclass(frozen=True, slots=True, order=True)
class DigestReference:
    """One ds:Reference of a signature: what was covered, with which digest (base64)."""

    uri: str
    algorithm: str
    value: str
