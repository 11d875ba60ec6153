"""Finds what is due: wake-ups are only a hint, the database knows what is to be done."""

from datetime import datetime, timedelta

from django.conf import settings

from deployments.waking import wake
from edelivery.models import InboxMessage, OutboxMessage
from edelivery.payloads import wipe_due
from edelivery.tasks import deliver, send

BATCH = 100


def sweep(now: datetime) -> None:
    for pk in OutboxMessage.objects.due(now).order_by("due_at").values_list("pk", flat=True)[:BATCH]:
        wake(send, str(pk))
    for pk in InboxMessage.objects.due(now).order_by("due_at").values_list("pk", flat=True)[:BATCH]:
        wake(deliver, str(pk))
    wipe_due(now)


def purge(now: datetime) -> int:
    """Metadata, signed headers and receipts are kept as long as the exchange log (exchange-flow 12)."""
    before = now - timedelta(days=settings.OOTS["LOG_RETENTION_DAYS"])
    removed = 0
    for table in (OutboxMessage, InboxMessage):
        _, by_table = table.objects.filter(settled_at__lt=before, wire_key="").delete()
        removed += by_table.get(table._meta.label, 0)
    return removed
