"""What we received and receipted, until the receiver inside the house has it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from edelivery.models.stored import StoredMessage


class InboxState(models.TextChoices):
    RECEIVED = "received", _("Received")
    DELIVERED = "delivered", _("Delivered")
    DEAD_LETTER = "dead_letter", _("Could not be delivered")
    TEST = "test", _("Test message, delivered to nobody")


class InboxQuerySet(models.QuerySet["InboxMessage"]):
    def due(self, now: datetime) -> Self:
        return self.filter(state=InboxState.RECEIVED, due_at__lte=now)


class InboxMessage(StoredMessage):
    """One verified user message; its identifier and digests recognise a duplicate for as long as the row is kept."""

    state = models.CharField(_("state"), max_length=20, choices=InboxState, default=InboxState.RECEIVED)
    sent_at = models.DateTimeField(_("sent at"))
    properties = models.JSONField(_("message properties"))
    signer_certificate = models.BinaryField(_("signing certificate"))

    objects = InboxQuerySet.as_manager()

    class Meta(StoredMessage.Meta):
        verbose_name = _("received message")
        verbose_name_plural = _("received messages")
        constraints = [
            models.UniqueConstraint(fields=["own_party_id", "own_party_type", "message_id"], name="inbox_message_is_unique"),
            models.CheckConstraint(condition=models.Q(state__in=InboxState.values), name="inbox_state_is_known"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="inbox_due"), models.Index(fields=["wipe_at"], name="inbox_wipe")]

    def claim_delivery(self, *, now: datetime, wipe_at: datetime) -> bool:
        """True for the one transaction that may hand the message over; a second one waits for the first and gets False."""
        return self._move(state=InboxState.DELIVERED, settled_at=now, wipe_at=wipe_at, attempts=models.F("attempts") + 1, error="")

    def postpone(self, *, due_at: datetime, error: str) -> bool:
        return self._move(due_at=due_at, error=error, attempts=models.F("attempts") + 1)

    def bury(self, *, now: datetime, wipe_at: datetime, error: str) -> bool:
        return self._move(state=InboxState.DEAD_LETTER, settled_at=now, wipe_at=wipe_at, error=error, attempts=models.F("attempts") + 1)

    def _move(self, **facts: object) -> bool:
        # The row count names the winner.
        return bool(InboxMessage.objects.filter(pk=self.pk, state=InboxState.RECEIVED).update(**facts))
