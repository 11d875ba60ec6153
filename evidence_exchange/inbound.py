"""Identifiers of a message that reached us, before anybody believes them."""

from uuid import UUID

from edelivery.service import InboundMessage
from edm.vocabulary.media_types import REGREP_XML

# R-EDM-ebMS-019: exactly these message properties.
LINE_2_0 = frozenset({"originalSender", "finalRecipient", "ExchangeId", "SpecificationId"})
LONGEST_SPECIFICATION = 50


def uuid_of(text: str | None) -> UUID | None:
    """A bare UUID, white space around it forgiven (R-EDM-ebMS-017, R-EDM-ebMS-037); None for anything else."""
    stripped = (text or "").strip()
    try:
        found = UUID(stripped)
    except ValueError:
        return None
    # The class also accepts braces, prefixes and missing hyphens; the rules do not.
    return found if str(found) == stripped.lower() else None


def exchange_id_of(inbound: InboundMessage) -> UUID | None:
    return uuid_of(inbound.exchange_id)


def conversation_id_of(inbound: InboundMessage) -> UUID | None:
    return uuid_of(inbound.conversation_id)


def body_of(inbound: InboundMessage) -> bytes:
    """The structured document: the first part."""
    return inbound.parts[0].content if inbound.parts else b""


def announced(inbound: InboundMessage) -> str:
    """The version the header announces, no longer than a column that keeps it."""
    return (inbound.specification or "")[:LONGEST_SPECIFICATION]


def broken_header_rules(inbound: InboundMessage) -> list[str]:
    """The header rules of line 2.0 that a request can break and still be answered (edm.md 8.1)."""
    broken = []
    if len(inbound.properties) != len(LINE_2_0):
        broken.append("R-EDM-ebMS-018")
    if not LINE_2_0.issuperset(inbound.properties):
        broken.append("R-EDM-ebMS-019")
    if len(inbound.parts) != 1:
        broken.append("R-EDM-ebMS-023")
    if inbound.parts and inbound.parts[0].media_type != REGREP_XML:
        broken.append("R-EDM-ebMS-030")
    return broken
