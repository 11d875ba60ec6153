"""In-memory twins of what the portal asks: the directories and the evidence exchange."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from common_services.lookups import Failure, Lookup, LookupState
from common_services.messages.failures import FailureKind
from common_services.queries import DirectoryQuery, QueryId
from edm.vocabulary.assurance import LevelOfAssurance
from evidence_exchange.service import ExchangeSummary, NotNow, Piece, Turn, Wish
from evidence_exchange.states import PublicState, RequesterState
from tests.oots_portal import cast


@dataclass
class Directories:
    """Answers at once, or as told."""

    state: LookupState = LookupState.READY
    failure: FailureKind = FailureKind.UNREACHABLE
    offices: int = 1
    assurance: LevelOfAssurance | None = LevelOfAssurance.SUBSTANTIAL

    def answer_of(self, query: DirectoryQuery[Any]) -> Lookup[Any]:
        if self.state is LookupState.FAILED:
            return Lookup(state=self.state, failure=Failure(kind=self.failure, code="", text=""))
        if self.state is LookupState.PENDING:
            return Lookup(state=self.state)
        return Lookup(state=self.state, value=self._value(query, dict(query.parameters)))

    def _value(self, query: DirectoryQuery[Any], given: dict[str, str]) -> object:
        if query.query_id is QueryId.REQUIREMENTS:
            return (cast.REQUIREMENT,)
        if query.query_id is QueryId.EVIDENCE_TYPES:
            return cast.options(given.get("country-code"))
        classification, country = given["evidence-type-classification"], given["country-code"]
        return (cast.data_service(classification, country, offices=self.offices, assurance=self.assurance),) if self.offices else ()


@dataclass
class Exchanges:
    """Opens exchanges by the key of their wish and moves them as told."""

    wishes: dict[str, Wish] = field(default_factory=dict)
    opened: dict[UUID, ExchangeSummary] = field(default_factory=dict)
    tokens: dict[str, UUID] = field(default_factory=dict)
    received: dict[UUID, tuple[Piece, ...]] = field(default_factory=dict)
    departures: list[UUID] = field(default_factory=list)
    came_back: list[UUID] = field(default_factory=list)
    cancelled: list[UUID] = field(default_factory=list)

    def open_exchange(self, wish: Wish) -> UUID:
        for known in self.opened.values():
            if self.wishes.get(wish.key) and known.exchange_id == UUID(wish.key):
                return known.exchange_id
        self.wishes[wish.key] = wish
        summary = exchange_of(wish)
        self.opened[summary.exchange_id] = summary
        return summary.exchange_id

    def summaries(self, conversation_id: UUID) -> tuple[ExchangeSummary, ...]:
        return tuple(summary for summary in self.opened.values() if summary.conversation_id == conversation_id)

    def continue_to_preview(self, exchange_id: UUID) -> str:
        if self.opened[exchange_id].state not in {RequesterState.PREVIEW_REQUIRED, RequesterState.PREVIEW_OPEN}:
            raise NotNow(exchange_id)
        self.departures.append(exchange_id)
        self.tokens[f"way-back-{len(self.departures)}"] = exchange_id
        return "https://de.localhost:8443/preview/a-token"

    def exchange_of_return(self, token: str) -> UUID | None:
        return self.tokens.get(token)

    def returned(self, token: str, *, recognised: bool = True) -> UUID | None:
        if recognised:
            self.came_back.append(self.tokens[token])
        return self.tokens.get(token)

    def cancel(self, exchange_id: UUID) -> bool:
        self.cancelled.append(exchange_id)
        return True

    def pieces(self, exchange_id: UUID) -> tuple[Piece, ...]:
        return self.received.get(exchange_id, ())

    def piece_content(self, exchange_id: UUID, piece_id: UUID) -> bytes:
        return b"%PDF-1.7 the very bytes"

    def remove_piece(self, exchange_id: UUID, piece_id: UUID) -> None:
        self.received[exchange_id] = tuple(piece for piece in self.received[exchange_id] if piece.id != piece_id)

    def move(self, state: RequesterState, number: int = -1, **facts: Any) -> ExchangeSummary:
        """Bring the exchange opened last (or the one named) into `state`."""
        exchange_id = list(self.opened)[number]
        self.opened[exchange_id] = moved(self.opened[exchange_id], state, **facts)
        if state is RequesterState.DELIVERED:
            self.received[exchange_id] = (a_piece(),)
        return self.opened[exchange_id]


SETTLED = {
    RequesterState.DELIVERED,
    RequesterState.DECLINED,
    RequesterState.NOTHING_FOUND,
    RequesterState.DEFERRED,
    RequesterState.REFUSED,
    RequesterState.TIMED_OUT,
    RequesterState.UNDELIVERABLE,
    RequesterState.CANCELLED,
    RequesterState.REJECTED_LOCALLY,
}
AT_PREVIEW = {RequesterState.PREVIEW_REQUIRED, RequesterState.PREVIEW_OPEN, RequesterState.DELIVERED, RequesterState.DECLINED}


def moved(summary: ExchangeSummary, state: RequesterState, **facts: Any) -> ExchangeSummary:
    now = datetime.now(UTC)
    defaults: dict[str, Any] = {
        "state": state,
        "settled_at": now if state in SETTLED else None,
        "deadline": None if state in SETTLED else now + timedelta(minutes=5),
        "pieces_count": 1 if state is RequesterState.DELIVERED else 0,
        "preview_host": "de.localhost:8443" if state in AT_PREVIEW else None,
    }
    return replace(summary, **(defaults | facts))


def exchange_of(wish: Wish) -> ExchangeSummary:
    now = datetime.now(UTC)
    return ExchangeSummary(
        exchange_id=UUID(wish.key),
        conversation_id=wish.conversation_id,
        reference=wish.reference,
        state=RequesterState.REQUESTED,
        public_state=PublicState.PREPARING,
        line="2.0",
        country=wish.country,
        procedure_code=wish.procedure_code,
        requirement_id=wish.requirement.identifier,
        requirement_names=wish.requirement.names,
        provider_country=wish.access_service.publisher.country,
        provider_names=wish.access_service.publisher.names,
        evidence_classification=wish.data_service.classification,
        evidence_titles=wish.data_service.titles,
        preview_host=None,
        preview_descriptions={},
        whose_turn=Turn.PROVIDER,
        deadline=now + timedelta(minutes=6),
        deadline_kind=None,
        error_code="",
        error_detail="",
        deferred_until=None,
        arrived_late=False,
        pieces_count=0,
        opened_at=now,
        returned_at=None,
        settled_at=None,
    )


def a_piece(**facts: Any) -> Piece:
    defaults: dict[str, Any] = {
        "id": uuid4(),
        "package": 0,
        "role": "MainEvidence",
        "title": "Zeugnis",
        "media_type": "application/pdf",
        "size": 18_400,
        "language": "DE",
        "issuer": {"DE": "Hochschulregister", "EN": "Degree register"},
        "issued_on": date(2025, 7, 18),
        "digest": "0" * 64,
        "subject_matches": True,
    }
    return Piece(**(defaults | facts))
