"""From a row to what others may know of it."""

from datetime import datetime

from django.db.models import Q as Where

from evidence_exchange.models import EvidencePiece, Exchange, Redirection
from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import PublicState, RequesterState, Side
from evidence_exchange.states import RequesterState as Q
from evidence_exchange.summary import DeadlineKind, ExchangeSummary, Piece, Turn

PUBLIC_STATE = {
    Q.REQUESTED: PublicState.PREPARING,
    Q.SUBMITTED: PublicState.PREPARING,
    Q.SENT: PublicState.SENT,
    Q.PREVIEW_REQUIRED: PublicState.PREVIEW_REQUIRED,
    Q.PREVIEW_OPEN: PublicState.IN_PREVIEW,
    Q.DELIVERED: PublicState.DELIVERED,
    Q.DECLINED: PublicState.DECLINED,
    Q.NOTHING_FOUND: PublicState.NOTHING_FOUND,
    Q.DEFERRED: PublicState.DEFERRED,
    Q.REFUSED: PublicState.FAILED,
    Q.TIMED_OUT: PublicState.EXPIRED,
    Q.UNDELIVERABLE: PublicState.FAILED,
    Q.CANCELLED: PublicState.CANCELLED,
    Q.REJECTED_LOCALLY: PublicState.FAILED,
}

# Who owes the next step, and which clock runs (exchange-flow 7 and 8).
_TURNS: dict[str, tuple[Turn, DeadlineKind]] = {
    Q.REQUESTED: (Turn.US, DeadlineKind.FIRST_ANSWER),
    Q.SUBMITTED: (Turn.US, DeadlineKind.FIRST_ANSWER),
    Q.SENT: (Turn.PROVIDER, DeadlineKind.FIRST_ANSWER),
    Q.PREVIEW_REQUIRED: (Turn.CITIZEN, DeadlineKind.REDIRECTION),
    Q.PREVIEW_OPEN: (Turn.CITIZEN, DeadlineKind.DECISION),
    P.RECEIVED: (Turn.US, DeadlineKind.FIRST_ANSWER),
    P.VALIDATING: (Turn.US, DeadlineKind.FIRST_ANSWER),
    P.PRODUCING: (Turn.US, DeadlineKind.FIRST_ANSWER),
    P.PREVIEW_ISSUED: (Turn.CITIZEN, DeadlineKind.REDIRECTION),
    P.VISITED: (Turn.CITIZEN, DeadlineKind.DECISION),
    P.DECIDED: (Turn.REQUESTER, DeadlineKind.REDIRECTION),
}


def turn_of(exchange: Exchange) -> Turn:
    if exchange.state == Q.PREVIEW_OPEN and exchange.returned_at is not None:
        return Turn.PROVIDER
    if exchange.state == P.DECIDED and exchange.third_due is not None:
        return Turn.US
    return _TURNS[exchange.state][0] if exchange.state in _TURNS else Turn.NOBODY


def deadline_kind_of(exchange: Exchange) -> DeadlineKind | None:
    kind = _TURNS[exchange.state][1] if exchange.state in _TURNS else None
    if exchange.side == Side.PROVIDER and kind in {DeadlineKind.REDIRECTION, DeadlineKind.DECISION}:
        # A provider waits for the second request under T2, for the decision under T3.
        return DeadlineKind.REDIRECTION if exchange.third_due is None else DeadlineKind.DECISION
    return kind


def deadline_of(exchange: Exchange) -> datetime | None:
    due = {
        DeadlineKind.FIRST_ANSWER: exchange.first_due,
        DeadlineKind.REDIRECTION: exchange.second_due,
        DeadlineKind.DECISION: exchange.third_due,
    }
    kind = deadline_kind_of(exchange)
    return None if kind is None else due[kind]


def overdue(now: datetime) -> Where:
    """Where the clock that `deadline_of` tells is over; settled exchanges have none."""
    clocks = {
        DeadlineKind.FIRST_ANSWER: Where(first_due__lte=now),
        DeadlineKind.REDIRECTION: Where(second_due__lte=now),
        DeadlineKind.DECISION: Where(third_due__lte=now),
    }
    # A provider waits under T2 until the decision's clock, T3, has begun.
    under_preview = Where(third_due=None) & clocks[DeadlineKind.REDIRECTION] | clocks[DeadlineKind.DECISION]
    found = Where(pk__in=())
    for state, (_turn, kind) in _TURNS.items():
        previewing = state in P.values and kind is not DeadlineKind.FIRST_ANSWER
        found |= Where(state=state) & (under_preview if previewing else clocks[kind])
    return found & Where(settled_at=None)


def public_state_of(exchange: Exchange) -> PublicState:
    if exchange.state == Q.PREVIEW_OPEN and exchange.returned_at is not None:
        return PublicState.FINISHING
    return PUBLIC_STATE[RequesterState(exchange.state)]


def summarise(exchange: Exchange) -> ExchangeSummary:
    redirection = Redirection.objects.filter(exchange=exchange, rejected="").first()
    presumption = exchange.state in {Q.TIMED_OUT, Q.UNDELIVERABLE}
    return ExchangeSummary(
        exchange_id=exchange.exchange_id,
        conversation_id=exchange.conversation_id,
        reference=exchange.reference,
        state=RequesterState(exchange.state),
        public_state=public_state_of(exchange),
        line=exchange.line,
        country=exchange.country,
        procedure_code=exchange.procedure_code,
        requirement_id=exchange.requirement_ids[0],
        requirement_names=exchange.requirement_names,
        provider_country=exchange.provider_country,
        provider_names=exchange.provider_names,
        evidence_classification=exchange.evidence_classification,
        evidence_titles=exchange.evidence_titles,
        preview_host=redirection.host if redirection else None,
        preview_descriptions=redirection.descriptions if redirection else {},
        whose_turn=turn_of(exchange),
        deadline=deadline_of(exchange),
        deadline_kind=deadline_kind_of(exchange),
        error_code=exchange.error_code,
        error_detail=exchange.error_detail,
        deferred_until=exchange.deferred_until,
        arrived_late=exchange.presumed_at is not None and not presumption,
        pieces_count=EvidencePiece.objects.filter(exchange=exchange, removed_at=None).count(),
        opened_at=exchange.opened_at,
        returned_at=exchange.returned_at,
        settled_at=exchange.settled_at,
    )


def describe_piece(piece: EvidencePiece) -> Piece:
    return Piece(
        id=piece.evidence_id,
        package=piece.package,
        role=piece.role,
        title=piece.title,
        media_type=piece.media_type,
        size=piece.size,
        language=next(iter(piece.languages), ""),
        issuer=piece.issuer,
        issued_on=piece.issued_on,
        digest=piece.digest,
        subject_matches=piece.subject_matches,
    )
