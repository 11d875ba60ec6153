"""What others may know of an exchange: frozen values, no rows, no personal data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from evidence_exchange.states import PublicState, RequesterState


class DeadlineKind(StrEnum):
    FIRST_ANSWER = "first_answer"
    REDIRECTION = "redirection"
    DECISION = "decision"


class Turn(TextChoices):
    """Who owes the next step; "us" is the side whose row it is."""

    US = "us", _("us")
    REQUESTER = "requester", _("the requester")
    PROVIDER = "provider", _("the provider")
    CITIZEN = "citizen", _("the citizen")
    NOBODY = "nobody", _("nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeSummary:
    """The requester side of an exchange, for pages and the API."""

    exchange_id: UUID
    conversation_id: UUID
    reference: str
    state: RequesterState
    public_state: PublicState
    line: str
    country: str
    procedure_code: str
    requirement_id: str
    requirement_names: Mapping[str, str]
    provider_country: str
    provider_names: Mapping[str, str]
    evidence_classification: str
    evidence_titles: Mapping[str, str]
    preview_host: str | None
    preview_descriptions: Mapping[str, str]
    whose_turn: Turn
    deadline: datetime | None
    deadline_kind: DeadlineKind | None
    error_code: str
    error_detail: str
    deferred_until: datetime | None
    arrived_late: bool
    pieces_count: int
    opened_at: datetime
    returned_at: datetime | None
    settled_at: datetime | None

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One received document; `role` is MainEvidence, HumanReadableVersion, Annex or Translation."""

    id: UUID
    package: int
    role: str
    title: str
    media_type: str
    size: int
    language: str
    issuer: Mapping[str, str]
    issued_on: date | None
    digest: str
    subject_matches: bool | None
