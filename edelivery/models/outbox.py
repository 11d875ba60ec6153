"""What we send, until the other side's receipt is kept."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from edelivery.models.stored import StoredMessage
from edelivery.policy import SendingPolicy


class OutboxState(models.TextChoices):
    """Reference 10.1; Domibus's names are in 16.4."""

    READY = "ready", _("Ready to send")
    SENDING = "sending", _("Being sent")
    WAITING_RETRY = "waiting_retry", _("Waiting for a retry")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    ACKNOWLEDGED_WITH_WARNING = "acknowledged_with_warning", _("Acknowledged with a warning")
    SEND_FAILURE = "send_failure", _("Sending failed")


OPEN = (OutboxState.READY, OutboxState.SENDING, OutboxState.WAITING_RETRY)
ACKNOWLEDGED = (OutboxState.ACKNOWLEDGED, OutboxState.ACKNOWLEDGED_WITH_WARNING)


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def due(self, now: datetime) -> Self:
        """To be sent now: for the first time, again, or because the worker that had it is gone."""
        return self.filter(state__in=OPEN, due_at__lte=now)

    def claim(self, pk: int, *, now: datetime, policy: SendingPolicy) -> "OutboxMessage | None":
        """The message for the one worker that may send it now; None for every other."""
        message = self.due(now).filter(pk=pk).first()
        if message is None:
            return None
        lapses = message.lapses + (message.state == OutboxState.SENDING)
        # The row count names the winner: nobody else saw this state and this number of attempts.
        won = self.filter(pk=pk, state=message.state, attempts=message.attempts).update(
            state=OutboxState.SENDING, attempts=message.attempts + 1, lapses=lapses, due_at=now + policy.lease_after(lapses)
        )
        if not won:
            return None
        message.refresh_from_db()
        return message


class OutboxMessage(StoredMessage):
    """One user message of ours, packed once: every attempt sends the same stored bytes (reference 10.2)."""

    state = models.CharField(_("state"), max_length=30, choices=OutboxState, default=OutboxState.READY)
    endpoint = models.CharField(_("endpoint"), max_length=500)
    lapses = models.PositiveIntegerField(_("lapsed leases"), default=0)

    objects = OutboxQuerySet.as_manager()

    class Meta(StoredMessage.Meta):
        verbose_name = _("sent message")
        verbose_name_plural = _("sent messages")
        constraints = [
            models.UniqueConstraint(fields=["own_party_id", "own_party_type", "message_id"], name="outbox_message_is_unique"),
            models.CheckConstraint(condition=models.Q(state__in=OutboxState.values), name="outbox_state_is_known"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="outbox_due"), models.Index(fields=["wipe_at"], name="outbox_wipe")]

    def acknowledge(self, state: OutboxState, *, now: datetime, wipe_at: datetime, error: str = "") -> bool:
        """A verified receipt always counts, whoever claimed the message since and whatever was presumed before."""
        return self._move(OutboxMessage.objects.exclude(state__in=ACKNOWLEDGED), state=state, settled_at=now, wipe_at=wipe_at, error=error)

    def wait_for_retry(self, *, due_at: datetime, error: str) -> bool:
        return self._move(self._claimed(), state=OutboxState.WAITING_RETRY, due_at=due_at, error=error)

    def fail(self, *, now: datetime, wipe_at: datetime, error: str) -> bool:
        return self._move(self._claimed(), state=OutboxState.SEND_FAILURE, settled_at=now, wipe_at=wipe_at, error=error)

    def _claimed(self) -> "models.QuerySet[OutboxMessage]":
        # A failure counts only while nobody else has claimed the message.
        return OutboxMessage.objects.filter(state=OutboxState.SENDING, attempts=self.attempts)

    def _move(self, rows: "models.QuerySet[OutboxMessage]", **facts: object) -> bool:
        return bool(rows.filter(pk=self.pk).update(**facts))
