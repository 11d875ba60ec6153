"""The front door of the log: write a fact, read the story of an exchange.

`record` belongs in the transaction of the fact it records; a refusal that must outlive a rollback is recorded in a
transaction of its own. A failure to write is never swallowed.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from deployments import service as deployments
from edm.vocabulary.parties import ParticipantId
from exchange_log.events import Event, Side
from exchange_log.models import LogEntry
from exchange_log.subjects import Subject, subject_bytes, subject_index

__all__ = ["Entry", "Event", "Side", "purge", "record", "rows_about", "timeline"]

Identifier = UUID | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row as anybody on duty may see it: no person, no document."""

    event: Event
    at: datetime
    side: Side
    authority: ParticipantId
    message_id: str
    request_id: str
    response_id: str
    peer_country: str
    error_code: str
    error_detail: str
    decision: str
    facts: Mapping[str, str]


def record(  # noqa: PLR0913  (the columns of the chapter's table)
    event: Event,
    *,
    at: datetime,
    side: Side | str,
    authority: ParticipantId,
    exchange_id: Identifier = None,
    conversation_id: Identifier = None,
    request_id: Identifier = None,
    response_id: Identifier = None,
    message_id: str | None = None,
    requester: ParticipantId | None = None,
    provider: ParticipantId | None = None,
    peer_country: str = "",
    procedure_code: str = "",
    requirement_ids: Sequence[str] = (),
    evidence_type: str = "",
    specification: str = "",
    error_code: str = "",
    error_detail: str = "",
    evidence_ids: Sequence[UUID | str] = (),
    decision: str = "",
    text_version: str = "",
    language: str = "",
    body: bytes | None = None,
    body_type: str = "",
    subject: Subject | None = None,
    facts: Mapping[str, str] | None = None,
) -> None:
    """Add one row; `authority` owns it, `body` and `subject` are sealed."""
    seal = deployments.identifiers().uuid()
    LogEntry.objects.create(
        seal=seal,
        event=event,
        at=at,
        side=side,
        instance=deployments.deployment().name,
        authority_id=authority.value,
        authority_scheme=authority.scheme,
        exchange_id=_text(exchange_id),
        conversation_id=_text(conversation_id),
        request_id=_text(request_id),
        response_id=_text(response_id),
        message_id=_text(message_id),
        requester_id=requester.value if requester else "",
        requester_scheme=requester.scheme if requester else "",
        provider_id=provider.value if provider else "",
        provider_scheme=provider.scheme if provider else "",
        peer_country=peer_country,
        procedure_code=procedure_code,
        requirement_ids=list(requirement_ids),
        evidence_type=evidence_type,
        specification=specification,
        error_code=error_code,
        error_detail=error_detail,
        evidence_ids=[str(identifier) for identifier in evidence_ids],
        decision=decision,
        text_version=text_version,
        language=language,
        body_type=body_type,
        body_digest="" if body is None else hashlib.sha256(body).hexdigest(),
        sealed_body=None if body is None else _sealed(body, "body", seal),
        sealed_subject=None if subject is None else _sealed(subject_bytes(subject), "subject", seal),
        subject_index="" if subject is None else subject_index(subject),
        facts=dict(facts or {}),
    )


def timeline(exchange_id: UUID | str) -> tuple[Entry, ...]:
    """What this deployment wrote about an exchange, both sides, oldest first, without personal data."""
    return tuple(_entry(row) for row in LogEntry.objects.filter(exchange_id=str(exchange_id)).defer("sealed_body", "sealed_subject"))


def rows_about(subject: Subject) -> int:
    """How many rows are about this person: for the answer to a data subject's question."""
    return LogEntry.objects.filter(subject_index=subject_index(subject)).count()


def purge(now: datetime) -> int:
    """Drop the rows whose retention has passed and say how many."""
    return LogEntry.objects.all().purge(now - timedelta(days=settings.OOTS["LOG_RETENTION_DAYS"]))


def _text(identifier: Identifier) -> str:
    return "" if identifier is None else str(identifier)


def _sealed(content: bytes, column: str, seal: UUID) -> bytes:
    return deployments.sealer().seal(content, context=f"exchange_log_entry.{column}:{seal}")


def _entry(row: LogEntry) -> Entry:
    return Entry(
        event=Event(row.event),
        at=row.at,
        side=Side(row.side),
        authority=ParticipantId(row.authority_id, row.authority_scheme),
        message_id=row.message_id,
        request_id=row.request_id,
        response_id=row.response_id,
        peer_country=row.peer_country,
        error_code=row.error_code,
        error_detail=row.error_detail,
        decision=row.decision,
        facts=row.facts,
    )
