"""Payloads are forgotten when they have done their work; digests, signed headers and receipts stay."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from deployments.blobs.base import BlobMissing
from edelivery.models import InboxMessage, OutboxMessage
from edelivery.models.stored import StoredMessage

BATCH = 200


def payload(message: StoredMessage) -> bytes:
    """The HTTP body as it travels. Raises BlobMissing when it was wiped, BlobAltered when it is not the same."""
    if not message.wire_key:
        raise BlobMissing(message.message_id)
    return deployments.blobs().get(message.blob)


def wipe_after_commit(now: datetime, wipe_at: datetime) -> None:
    """Where nothing is kept for a trace the bytes go at once; the sweep finds what this missed."""
    if wipe_at <= now:
        transaction.on_commit(lambda: wipe_due(now), robust=True)


def wipe_due(now: datetime) -> None:
    for table in (OutboxMessage, InboxMessage):
        rows = table.objects.filter(wipe_at__lte=now).exclude(wire_key="").values_list("pk", "wire_key")
        for pk, key in rows[:BATCH]:
            deployments.blobs().wipe(key)
            table.objects.filter(pk=pk).update(wire_key="")
