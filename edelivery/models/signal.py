"""Receipts and errors, byte for byte: the evidence of receipt (reference 8.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from edelivery.models.inbox import InboxMessage
from edelivery.models.outbox import OutboxMessage


class SignalKind(models.TextChoices):
    RECEIPT = "receipt", _("Receipt")
    ERROR = "error", _("Error")
    NO_ANSWER = "no_answer", _("No answer")


class Verdict(models.TextChoices):
    VERIFIED = "verified", _("Verified: it confirms exactly what we sent")
    INVALID = "invalid", _("Invalid: it does not confirm what we sent")
    ISSUED = "issued", _("Issued by us")
    NONE = "none", _("Not a receipt")


class Signal(models.Model):
    """What answered one message: the partner's answer to ours, or our own receipt, which a duplicate gets again."""

    sent_message = models.ForeignKey(OutboxMessage, models.CASCADE, null=True, related_name="answers", verbose_name=_("sent message"))
    received_message = models.OneToOneField(
        InboxMessage, models.CASCADE, null=True, related_name="receipt", verbose_name=_("received message")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=SignalKind)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    at = models.DateTimeField(_("at"))
    attempt = models.PositiveIntegerField(_("attempt"), default=1)
    http_status = models.PositiveIntegerField(_("HTTP status"), null=True)
    content_type = models.CharField(_("content type"), max_length=500, blank=True)
    body = models.BinaryField(_("bytes"))
    error_code = models.CharField(_("error code"), max_length=20, blank=True)
    detail = models.TextField(_("detail"), blank=True)

    class Meta:
        verbose_name = _("receipt or error")
        verbose_name_plural = _("receipts and errors")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_message__isnull=True) ^ models.Q(received_message__isnull=True), name="signal_answers_one_message"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_verdict_display()})"
