"""Store a verified message with its receipt, or recognise that we have it (reference 10.3)."""

from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.serialization import Encoding
from django.db import IntegrityError, transaction

from deployments import service as deployments
from deployments.rehearsal import boundary
from deployments.waking import wake
from edelivery.as4 import errors
from edelivery.as4.errors import As4Error
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, write_receipt
from edelivery.as4.unpacking import Opened
from edelivery.models import InboxMessage, InboxState, Signal, SignalKind, Verdict
from edelivery.policy import reception_policy
from edelivery.steps.admission import Agreement, corners
from edm.vocabulary.parties import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A verified message together with the bytes and the moment it came in."""

    opened: Opened
    agreement: Agreement
    content_type: str
    body: bytes
    at: datetime


def store(arrival: Arrival) -> bytes:
    """The receipt to answer with: a new one, committed together with the message, or the first one again."""
    own, message_id = arrival.agreement.own_party, arrival.opened.message.message_id
    known = _known(own, message_id)
    if known is not None:
        return _first_receipt(known, arrival.opened)
    row = _row(arrival)
    try:
        return _commit(row, arrival)
    except IntegrityError:
        # A second copy arrived at the same moment and won.
        deployments.blobs().wipe(row.wire_key)
        known = _known(own, message_id)
        if known is None:
            raise
        return _first_receipt(known, arrival.opened)


def _known(own: PartyId, message_id: str) -> InboxMessage | None:
    rows = InboxMessage.objects.select_related("receipt")
    return rows.filter(own_party_id=own.value, own_party_type=own.type, message_id=message_id).first()


def _first_receipt(known: InboxMessage, opened: Opened) -> bytes:
    if known.digest_references != opened.references:
        raise As4Error(errors.VALUE_INCONSISTENT, "another message used this identifier")
    return bytes(known.receipt.body)


def _commit(row: InboxMessage, arrival: Arrival) -> bytes:
    from edelivery.tasks import deliver

    receipt = write_receipt(
        arrival.opened, signer=arrival.agreement.own, message_id=f"{deployments.identifiers().uuid()}@{_host()}", now=arrival.at
    )
    boundary("receiving.before")
    with transaction.atomic():
        row.save(force_insert=True)
        Signal.objects.create(
            received_message=row,
            kind=SignalKind.RECEIPT,
            verdict=Verdict.ISSUED,
            at=arrival.at,
            http_status=200,
            content_type=SIGNAL_CONTENT_TYPE,
            body=receipt,
        )
        if row.state == InboxState.RECEIVED:
            wake(deliver, str(row.pk))
    boundary("receiving.after")
    return receipt


def _host() -> str:
    return f"{deployments.deployment().name}.as4"


def _row(arrival: Arrival) -> InboxMessage:
    message, agreement, policy = arrival.opened.message, arrival.agreement, reception_policy()
    blob = deployments.blobs().put(arrival.body)
    is_ping = agreement.leg.is_ping
    return InboxMessage(
        own_party_id=agreement.own_party.value,
        own_party_type=agreement.own_party.type,
        peer_party_id=agreement.peer.party.value,
        peer_party_type=agreement.peer.party.type,
        message_id=message.message_id,
        service=message.service,
        action=message.action,
        conversation_id=message.conversation_id,
        properties={p.name: p.value for p in message.properties},
        **corners(message),
        references=[[r.uri, r.algorithm, r.value] for r in arrival.opened.references],
        signed_header=arrival.opened.signed_header,
        signer_certificate=arrival.opened.signer_certificate.public_bytes(Encoding.DER),
        content_type=arrival.content_type,
        wire_key=blob.key,
        wire_digest=blob.digest,
        wire_size=blob.size,
        sent_at=message.timestamp,
        started_at=arrival.at,
        due_at=arrival.at + policy.delivery_grace,
        give_up_at=arrival.at + policy.delivery_window,
        state=InboxState.TEST if is_ping else InboxState.RECEIVED,
        settled_at=arrival.at if is_ping else None,
        wipe_at=arrival.at if is_ping else None,
    )
