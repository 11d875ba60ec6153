"""Hand one stored message to its receiver, once: the mark and the receiver's own rows are one transaction."""

import logging
from datetime import datetime

from cryptography import x509
from django.db import transaction

from deployments.clock import Clock
from edelivery.as4.unpacking import open_message, read_envelope
from edelivery.legs import EXCHANGE_ID, SPECIFICATION_ID
from edelivery.models import InboxMessage, InboxState
from edelivery.payloads import payload, wipe_after_commit
from edelivery.policy import keep_wire
from edelivery.ports import resolver
from edelivery.receivers import Receiver, receivers
from edelivery.steps.burying import bury_or_postpone
from edelivery.values import InboundMessage, Part
from edm.errors import WrongConfiguration

log = logging.getLogger(__name__)


def deliver_message(pk: int, *, clock: Clock) -> None:
    """A worker killed in between leaves nothing behind: the transaction was never committed, the sweep comes back."""
    row = InboxMessage.objects.filter(pk=pk, state=InboxState.RECEIVED).first()
    if row is None:
        log.debug("delivery_skipped message=%s", pk)
        return
    try:
        _hand_over(row, _receiver(row), clock.now())
    except Exception as fault:  # the outermost edge of the worker: whatever it was, the message is kept
        log.exception("delivery_failed message=%s", row.message_id)
        bury_or_postpone(row, fault, now=clock.now())


def _hand_over(row: InboxMessage, receiver: Receiver, now: datetime) -> None:
    message = inbound_message(row)
    wipe_at = now + keep_wire()
    with transaction.atomic():
        if not row.claim_delivery(now=now, wipe_at=wipe_at):
            return
        receiver(message)
        wipe_after_commit(now, wipe_at)
    log.info("message_delivered message=%s action=%s", row.message_id, row.action)


def _receiver(row: InboxMessage) -> Receiver:
    receiver = receivers.receiver_of(row.service, row.action)
    if receiver is None:
        raise WrongConfiguration(f"Nobody receives {row.service}/{row.action}.")
    return receiver


def inbound_message(row: InboxMessage) -> InboundMessage:
    """The message as the floors above see it, its parts opened again from the very bytes that were verified."""
    return InboundMessage(
        message_id=row.message_id,
        own_party=row.own_party,
        peer_party=row.peer_party,
        service=row.service,
        action=row.action,
        conversation_id=row.conversation_id,
        exchange_id=row.properties.get(EXCHANGE_ID),
        specification=row.properties.get(SPECIFICATION_ID),
        original_sender=row.sender_authority,
        final_recipient=row.recipient_authority,
        properties=row.properties,
        parts=opened_parts(row),
        sent_at=row.sent_at,
        received_at=row.started_at,
    )


def opened_parts(row: InboxMessage) -> tuple[Part, ...]:
    """The certificate is the one that was pinned when the message came: the partner may have another by now."""
    own = resolver().own_identity(row.own_party)
    if own is None:
        raise WrongConfiguration(f"{row.own_party} is no access point of this deployment any more.")
    envelope = read_envelope(row.content_type, payload(row))
    signer = x509.load_der_x509_certificate(bytes(row.signer_certificate))
    opened = open_message(envelope, own=own, sender_certificate=signer)
    return tuple(Part(part.content_id, part.media_type, part.content) for part in opened.message.parts)
