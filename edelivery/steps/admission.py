"""May this message come in? Before the cryptography: do we know who and what; after it: is it fresh and complete."""

from dataclasses import dataclass
from datetime import datetime

from edelivery.as4 import errors
from edelivery.as4.errors import As4Error
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import DEFAULT_MPC, PartyRef, UserMessage
from edelivery.legs import EXCHANGE_ID, FINAL_RECIPIENT, ORIGINAL_SENDER, SPECIFICATION_ID, Leg, leg_for
from edelivery.policy import ReceptionPolicy
from edelivery.ports import resolver
from edelivery.receivers import receivers
from edelivery.resolvers.base import KnownParty
from edm.vocabulary.parties import GATEWAY_ROLE, PartyId

LONGEST_VALUE = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What we know about a message before any of it is believed: the leg, and whose certificates to expect."""

    leg: Leg
    own_party: PartyId
    own: SigningIdentity
    peer: KnownParty


def own_party_of(message: UserMessage) -> tuple[PartyId, SigningIdentity]:
    """The access point the message is for. Raises As4Error when it is none of ours."""
    party = _party(message.receiver)
    own = resolver().own_identity(party)
    if own is None:
        raise _mismatch("the message is for another access point")
    return party, own


def agreement_for(message: UserMessage, own_party: PartyId, own: SigningIdentity) -> Agreement:
    """The exact, case-sensitive match of reference 15.6, on the header nobody has verified yet."""
    peer = resolver().party(_party(message.sender))
    if peer is None:
        raise _mismatch("the sending access point is not known here")
    if {message.sender.role, message.receiver.role} != {GATEWAY_ROLE}:
        raise _mismatch("a role is not that of an OOTS gateway")
    if message.agreement is not None or message.mpc != DEFAULT_MPC:
        raise _mismatch("no agreement or channel is in use")
    return Agreement(leg=_leg(message), own_party=own_party, own=own, peer=peer)


def _leg(message: UserMessage) -> Leg:
    leg = leg_for(message.service, message.action)
    if leg is None or leg.service_type != message.service_type:
        raise _mismatch("the service and action are not served")
    if not leg.is_ping and receivers.receiver_of(leg.service, leg.action) is None:
        raise _mismatch("nobody receives this action here")
    return leg


def refuse_unless_current(message: UserMessage, policy: ReceptionPolicy, *, now: datetime) -> None:
    """The signed timestamp and the remembered identifiers are the only defence against replay (reference 10.4)."""
    if not now - policy.oldest <= message.timestamp <= now + policy.furthest_ahead:
        raise As4Error(errors.VALUE_INCONSISTENT, "the timestamp is too far from the present")


def refuse_unless_complete(message: UserMessage, leg: Leg) -> None:
    """Exactly the properties of the leg, each once, none empty (R-EDM-ebMS-018 and -019)."""
    names = [p.name for p in message.properties]
    if sorted(names) != sorted(leg.properties):
        raise _mismatch("the message properties are not " + ", ".join(sorted(leg.properties)))
    if not all(p.value.strip() for p in message.properties):
        raise _mismatch("a message property is empty")
    if any(len(value) > LONGEST_VALUE for p in message.properties for value in (p.value, p.type or "")):
        raise As4Error(errors.VALUE_INCONSISTENT, "a message property is too long")
    if len(message.conversation_id) > LONGEST_VALUE:
        raise As4Error(errors.VALUE_INCONSISTENT, "the conversation identifier is too long")
    if not message.parts and not leg.is_ping:
        raise _mismatch("the message has no payload")


def corners(message: UserMessage) -> dict[str, str]:
    """The columns that hold C1, C4 and the OOTS properties; a type may be absent (reference 15.3)."""
    found = {p.name: p for p in message.properties}
    sender, recipient = found[ORIGINAL_SENDER], found[FINAL_RECIPIENT]
    return {
        "original_sender": sender.value,
        "original_sender_type": sender.type or "",
        "final_recipient": recipient.value,
        "final_recipient_type": recipient.type or "",
        "exchange_id": found[EXCHANGE_ID].value.strip() if EXCHANGE_ID in found else "",
        "specification": found[SPECIFICATION_ID].value.strip() if SPECIFICATION_ID in found else "",
    }


def _party(ref: PartyRef) -> PartyId:
    return PartyId(ref.id, ref.type or "")


def _mismatch(explanation: str) -> As4Error:
    return As4Error(errors.PROCESSING_MODE_MISMATCH, explanation)
