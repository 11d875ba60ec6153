"""The request messages of an exchange: one, or two where there is a preview."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from edm.vocabulary.parties import ParticipantId, PartyId
from evidence_exchange.models.exchange import Exchange

# A worker that was killed keeps its claim no longer than this.
LEASE = timedelta(seconds=5)


class SentRequest(models.Model):
    """A request of ours; live until its first answer."""

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="sent_requests")
    round = models.PositiveSmallIntegerField(_("round"))
    request_id = models.UUIDField(_("request"), unique=True)
    message_id = models.CharField(_("AS4 message"), max_length=255, unique=True)
    issued_at = models.DateTimeField(_("issued"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    response_id = models.CharField(_("response"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("sent request")
        verbose_name_plural = _("sent requests")
        ordering = ["exchange", "round"]
        constraints = [models.UniqueConstraint(fields=["exchange", "round"], name="sent_request_round_is_unique")]

    def __str__(self) -> str:
        return f"R{self.round} {self.request_id}"

    def claim_answer(self, at: datetime, response_id: UUID | None) -> bool:
        """True for the first answer only."""
        first = SentRequest.objects.filter(pk=self.pk, answered_at=None)
        return bool(first.update(answered_at=at, response_id=str(response_id or "")))


class ReceivedState(models.TextChoices):
    RECEIVED = "received", _("Received")
    HELD = "held", _("Held for the decision")
    ANSWERED = "answered", _("Answered")
    UNANSWERED = "unanswered", _("Left unanswered")


class ReceivedRequest(models.Model):
    """A request that reached us, with what its answer needs from the envelope (reverse routing, edelivery 15.8).

    `is_original` is true for the first message that carries a request id: ids are single use.
    """

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="received_requests")
    own_party_id = models.CharField(max_length=255)
    own_party_type = models.CharField(max_length=255)
    peer_party_id = models.CharField(max_length=255)
    peer_party_type = models.CharField(max_length=255)
    round = models.PositiveSmallIntegerField(_("round"))
    request_id = models.UUIDField(_("request"), null=True)
    is_original = models.BooleanField(default=False)
    message_id = models.CharField(_("AS4 message"), max_length=255)
    conversation_id = models.UUIDField(_("conversation"))
    specification = models.CharField(_("announced version"), max_length=50, blank=True)
    broken_header_rules = models.JSONField(default=list)
    original_sender_id = models.CharField(max_length=255)
    original_sender_scheme = models.CharField(max_length=255, blank=True)
    final_recipient_id = models.CharField(max_length=255)
    final_recipient_scheme = models.CharField(max_length=255, blank=True)
    sent_at = models.DateTimeField(_("ebMS timestamp"))
    received_at = models.DateTimeField(_("received"))
    state = models.CharField(_("state"), max_length=20, choices=ReceivedState, default=ReceivedState.RECEIVED, db_index=True)
    claimed_at = models.DateTimeField(null=True)
    response_id = models.UUIDField(_("response"), null=True)
    answer_message_id = models.CharField(_("AS4 message of the answer"), max_length=255, blank=True, db_index=True)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("received request")
        verbose_name_plural = _("received requests")
        ordering = ["exchange", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["own_party_id", "own_party_type", "message_id"], name="received_message_is_unique"),
            models.UniqueConstraint(
                fields=["own_party_id", "own_party_type", "request_id"],
                condition=Q(is_original=True),
                name="request_id_is_used_once",
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.round} {self.request_id}"

    @property
    def own_party(self) -> PartyId:
        return PartyId(self.own_party_id, self.own_party_type)

    @property
    def peer_party(self) -> PartyId:
        return PartyId(self.peer_party_id, self.peer_party_type)

    @property
    def original_sender(self) -> ParticipantId:
        return ParticipantId(self.original_sender_id, self.original_sender_scheme)

    @property
    def final_recipient(self) -> ParticipantId:
        return ParticipantId(self.final_recipient_id, self.final_recipient_scheme)

    @property
    def first_due(self) -> datetime:
        """T1 of this message, counted from its ebMS timestamp."""
        timeouts = deployments.deployment().member_state(self.exchange.country).provider_timeouts
        return self.sent_at + timeouts.first_answer * self.exchange.requirement_count

    def claim(self, now: datetime) -> bool:
        """True for the one worker that may process it; the claim lapses with its lease."""
        unclaimed = Q(claimed_at=None) | Q(claimed_at__lte=now - LEASE)
        waiting = ReceivedRequest.objects.filter(unclaimed, pk=self.pk, state=ReceivedState.RECEIVED)
        return bool(waiting.update(claimed_at=now))

    def settle(self, origins: tuple[str, ...], target: str, **facts: object) -> bool:
        """True for the one caller that may answer."""
        return bool(ReceivedRequest.objects.filter(pk=self.pk, state__in=origins).update(state=target, **facts))
