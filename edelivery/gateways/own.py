"""Our own access point: packs the message once and leaves the sending to the background."""

from datetime import datetime

from django.db import IntegrityError, transaction

from deployments import service as deployments
from deployments.waking import wake
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import Part, PartyRef, Property, UserMessage
from edelivery.as4.packaging import Packed, pack
from edelivery.errors import MessageIdUsed, UnknownLeg, UnknownParty
from edelivery.legs import EXCHANGE_ID, FINAL_RECIPIENT, ORIGINAL_SENDER, SPECIFICATION_ID, Leg, leg_for
from edelivery.models import OutboxMessage
from edelivery.policy import sending_policy
from edelivery.ports import resolver
from edelivery.resolvers.base import KnownParty
from edelivery.values import OutboundMessage
from edm.vocabulary.parties import GATEWAY_ROLE, PartyId


class OwnAccessPoint:
    def submit(self, message: OutboundMessage) -> None:
        from edelivery.tasks import send

        now = deployments.clock().now()
        leg, own, peer = _leg(message), _own(message.own_party), _peer(message.peer_party)
        packed = pack(user_message(message, leg, now), signer=own, recipient=peer.certificate)
        row = _row(message, packed, peer, now)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as fault:
            deployments.blobs().wipe(row.wire_key)
            raise MessageIdUsed(f"The message identifier {message.message_id} was used before.") from fault
        wake(send, str(row.pk))


def user_message(message: OutboundMessage, leg: Leg, now: datetime) -> UserMessage:
    """The message as its header says it; `leg` decides properties and compression."""
    properties = (
        Property(ORIGINAL_SENDER, message.original_sender.value, message.original_sender.scheme),
        Property(FINAL_RECIPIENT, message.final_recipient.value, message.final_recipient.scheme),
        Property(EXCHANGE_ID, str(message.exchange_id)),
        Property(SPECIFICATION_ID, message.specification),
    )
    return UserMessage(
        message_id=message.message_id,
        timestamp=now,
        sender=PartyRef(message.own_party.value, message.own_party.type, GATEWAY_ROLE),
        receiver=PartyRef(message.peer_party.value, message.peer_party.type, GATEWAY_ROLE),
        service=leg.service,
        service_type=leg.service_type,
        action=leg.action,
        conversation_id=str(message.conversation_id),
        properties=tuple(p for p in properties if p.name in leg.properties),
        parts=tuple(Part(p.content_id, p.media_type, p.content, leg.compressed) for p in message.parts),
    )


def _row(message: OutboundMessage, packed: Packed, peer: KnownParty, now: datetime) -> OutboxMessage:
    blob = deployments.blobs().put(packed.body)
    return OutboxMessage(
        own_party_id=message.own_party.value,
        own_party_type=message.own_party.type,
        peer_party_id=peer.party.value,
        peer_party_type=peer.party.type,
        endpoint=peer.endpoint,
        message_id=message.message_id,
        service=message.service,
        action=message.action,
        conversation_id=str(message.conversation_id),
        exchange_id=str(message.exchange_id),
        specification=message.specification,
        original_sender=message.original_sender.value,
        original_sender_type=message.original_sender.scheme,
        final_recipient=message.final_recipient.value,
        final_recipient_type=message.final_recipient.scheme,
        references=[[r.uri, r.algorithm, r.value] for r in packed.references],
        signed_header=packed.signed_header,
        content_type=packed.content_type,
        wire_key=blob.key,
        wire_digest=blob.digest,
        wire_size=blob.size,
        started_at=now,
        due_at=now,
        give_up_at=now + sending_policy().window,
    )


def _leg(message: OutboundMessage) -> Leg:
    leg = leg_for(message.service, message.action)
    if leg is None:
        raise UnknownLeg(f"No leg carries {message.service}/{message.action}.")
    return leg


def _own(party: PartyId) -> SigningIdentity:
    own = resolver().own_identity(party)
    if own is None:
        raise UnknownParty(f"{party} ({party.type}) is no access point of this deployment.")
    return own


def _peer(party: PartyId) -> KnownParty:
    peer = resolver().party(party)
    if peer is None:
        raise UnknownParty(f"The access point {party} ({party.type}) is not known here; import its partner bundle.")
    return peer
