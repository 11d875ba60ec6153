"""One exchange as one side sees it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from edm.vocabulary.lines import KNOWN_LINES, V2_0, EdmLine
from edm.vocabulary.parties import Authority, ParticipantId, PartyId
from evidence_exchange.moves import Move
from evidence_exchange.states import ProviderState, RequesterState, Side

STATES = (*RequesterState.choices, *ProviderState.choices)


class ExchangeQuerySet(models.QuerySet["Exchange"]):
    def asked(self) -> Self:
        return self.filter(side=Side.REQUESTER)

    def answered_by_us(self) -> Self:
        return self.filter(side=Side.PROVIDER)

    def in_state(self, *states: str) -> Self:
        return self.filter(state__in=states)


class Exchange(models.Model):
    """From the explicit request, or the received one, to the outcome.

    Carries identifiers, states and texts of directories; the citizen is in `Subject` alone and in the sealed log.
    """

    side = models.CharField(_("side"), max_length=10, choices=Side)
    own_party_id = models.CharField(_("own access point"), max_length=255)
    own_party_type = models.CharField(max_length=255)
    peer_party_id = models.CharField(_("other access point"), max_length=255)
    peer_party_type = models.CharField(max_length=255)
    exchange_id = models.UUIDField(_("exchange"), db_index=True)
    conversation_id = models.UUIDField(_("conversation"), db_index=True)
    wish_key = models.CharField(max_length=255, null=True, unique=True, editable=False)
    reference = models.CharField(_("reference"), max_length=20, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=30, choices=STATES, db_index=True)
    line = models.CharField(_("EDM line"), max_length=10)
    country = models.CharField(_("our country"), max_length=2)
    requester_id = models.CharField(_("requester"), max_length=255, blank=True)
    requester_scheme = models.CharField(max_length=255, blank=True)
    requester_names = models.JSONField(default=dict)
    requester_country = models.CharField(_("requesting country"), max_length=2, blank=True)
    provider_id = models.CharField(_("provider"), max_length=255, blank=True)
    provider_scheme = models.CharField(max_length=255, blank=True)
    provider_names = models.JSONField(default=dict)
    provider_country = models.CharField(_("providing country"), max_length=2, blank=True)
    procedure_code = models.CharField(_("procedure"), max_length=10, blank=True)
    requirement_ids = models.JSONField(_("requirements"), default=list)
    requirement_names = models.JSONField(default=dict)
    requirement_count = models.PositiveSmallIntegerField(_("number of requirements"), default=1)
    data_service_id = models.UUIDField(_("data service"), null=True)
    evidence_classification = models.CharField(_("evidence type"), max_length=255, blank=True)
    evidence_titles = models.JSONField(default=dict)
    preview_required = models.BooleanField(_("preview required"), default=True)
    text_version = models.CharField(_("version of the request text"), max_length=50, blank=True)
    text_language = models.CharField(_("language of the request text"), max_length=10, blank=True)
    first_due = models.DateTimeField(_("T1 due"), null=True)
    second_due = models.DateTimeField(_("T2 due"), null=True)
    third_due = models.DateTimeField(_("T3 due"), null=True)
    error_code = models.CharField(_("error code"), max_length=50, blank=True)
    error_detail = models.TextField(_("error detail"), blank=True)
    deferred_until = models.DateTimeField(_("available from"), null=True)
    presumed_at = models.DateTimeField(_("presumed over"), null=True)
    opened_at = models.DateTimeField(_("opened"), db_index=True)
    moved_at = models.DateTimeField(_("last move"))
    returned_at = models.DateTimeField(_("citizen came back"), null=True)
    settled_at = models.DateTimeField(_("settled"), null=True)

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["side", "own_party_id", "own_party_type", "exchange_id"], name="exchange_is_unique"),
            models.CheckConstraint(
                condition=models.Q(side=Side.REQUESTER, state__in=RequesterState.values)
                | models.Q(side=Side.PROVIDER, state__in=ProviderState.values),
                name="exchange_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference or str(self.exchange_id)[:8]} ({self.get_state_display()})"

    @property
    def own_party(self) -> PartyId:
        return PartyId(self.own_party_id, self.own_party_type)

    @property
    def peer_party(self) -> PartyId:
        return PartyId(self.peer_party_id, self.peer_party_type)

    @property
    def requester(self) -> Authority:
        identifier = ParticipantId(self.requester_id, self.requester_scheme)
        return Authority(identifier=identifier, names=self.requester_names, country=self.requester_country)

    @property
    def provider(self) -> Authority:
        identifier = ParticipantId(self.provider_id, self.provider_scheme)
        return Authority(identifier=identifier, names=self.provider_names, country=self.provider_country)

    @property
    def own_authority(self) -> Authority:
        return self.requester if self.side == Side.REQUESTER else self.provider

    @property
    def peer_country(self) -> str:
        return self.provider_country if self.side == Side.REQUESTER else self.requester_country

    @property
    def edm_line(self) -> EdmLine:
        return next((line for line in KNOWN_LINES if line.number == self.line), V2_0)

    @property
    def specification(self) -> str:
        return self.edm_line.specification

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None

    def move(self, move: Move, at: datetime, **facts: object) -> bool:
        """True for the one caller that may go on; a conditional UPDATE whose row count names the winner."""
        changes = {"state": move.target, "moved_at": at, "settled_at": at if move.settles else None, **facts}
        moved = Exchange.objects.filter(pk=self.pk, state__in=move.origins).update(**changes)
        if moved:
            for name, value in changes.items():
                setattr(self, name, value)
        return bool(moved)
