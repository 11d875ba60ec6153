"""The messages of an exchange for staff, and, in the sandbox alone, exactly as they travelled."""

from django.db.models import Count

from deployments import service as deployments
from deployments.blobs.base import BlobMissing
from edelivery.models import InboxMessage, OutboxMessage, Signal, SignalKind, Verdict
from edelivery.payloads import payload
from edelivery.steps.delivering import opened_parts
from edelivery.values import MessageSummary, Part, Wire
from edm.errors import WrongConfiguration

SENT, RECEIVED = "sent", "received"


def messages_of_exchange(exchange_id: str) -> tuple[MessageSummary, ...]:
    sent = OutboxMessage.objects.filter(exchange_id=exchange_id).prefetch_related("answers")
    received = InboxMessage.objects.filter(exchange_id=exchange_id).select_related("receipt")
    summaries = [_of_sent(row) for row in sent] + [_of_received(row) for row in received]
    return tuple(sorted(summaries, key=lambda summary: summary.started_at))


def _of_sent(row: OutboxMessage) -> MessageSummary:
    receipt = best_receipt(row)
    return _summary(row, SENT, receipt)


def _of_received(row: InboxMessage) -> MessageSummary:
    return _summary(row, RECEIVED, row.receipt)


def _summary(row: OutboxMessage | InboxMessage, direction: str, receipt: Signal | None) -> MessageSummary:
    return MessageSummary(
        message_id=row.message_id,
        direction=direction,
        own_party=row.own_party,
        peer_party=row.peer_party,
        action=row.action,
        state=row.state,
        attempts=row.attempts,
        started_at=row.started_at,
        settled_at=row.settled_at,
        receipt_verdict=receipt.verdict if receipt else "",
        state_in_words=row.get_state_display(),
        verdict_in_words=receipt.get_verdict_display() if receipt else "",
        references=row.digest_references,
        error=row.error,
    )


def best_receipt(row: OutboxMessage) -> Signal | None:
    """The verified receipt if there is one, else the last that claimed to be one."""
    receipts = [signal for signal in row.answers.all() if signal.kind == SignalKind.RECEIPT]
    return next((r for r in receipts if r.verdict == Verdict.VERIFIED), receipts[0] if receipts else None)


def exchanges_of_message(message_id: str) -> frozenset[str]:
    found = (table.objects.filter(message_id__icontains=message_id).exclude(exchange_id="") for table in (OutboxMessage, InboxMessage))
    return frozenset().union(*(rows.values_list("exchange_id", flat=True) for rows in found))


def message_counts() -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (direction, row["state"], row["count"])
        for direction, table in ((SENT, OutboxMessage), (RECEIVED, InboxMessage))
        for row in table.objects.order_by("state").values("state").annotate(count=Count("pk"))
    )


def wires_of_exchange(exchange_id: str) -> tuple[Wire, ...]:
    found = dict.fromkeys(summary.message_id for summary in messages_of_exchange(exchange_id))
    return tuple(w for w in map(wire, found) if w is not None)


def wire(message_id: str) -> Wire | None:
    """Where both ends are ours the sent bytes are shown and the receiver's copy is opened."""
    if not deployments.deployment().is_sandbox:
        raise WrongConfiguration("Messages are shown as they travelled in the sandbox only.")
    sent = OutboxMessage.objects.filter(message_id=message_id).first()
    received = InboxMessage.objects.filter(message_id=message_id).select_related("receipt").first()
    try:
        return _wire(sent, received)
    except BlobMissing:
        return None


def _wire(sent: OutboxMessage | None, received: InboxMessage | None) -> Wire | None:
    row = sent or received
    if row is None:
        return None
    receipt = best_receipt(sent) if sent else received.receipt if received else None
    return Wire(
        message_id=row.message_id,
        action=row.action,
        sender=sent.own_party if sent else row.peer_party,
        receiver=sent.peer_party if sent else row.own_party,
        content_type=row.content_type,
        body=payload(row),
        receipt=bytes(receipt.body) if receipt else None,
        receipt_verdict=receipt.verdict if receipt else "",
        parts=_parts(received),
    )


def _parts(received: InboxMessage | None) -> tuple[Part, ...]:
    """A message sent to another deployment was encrypted for it: only there can it be opened."""
    return opened_parts(received) if received else ()
