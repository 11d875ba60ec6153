"""How one required document stands: what the hub's card says and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.urls import reverse

from common_services.messages.requirements import Requirement
from evidence_exchange.service import ExchangeSummary, summaries
from evidence_exchange.states import RequesterState
from oots_portal.procedure.models import Application, DocumentRequest, RequiredDocument, UploadedDocument


class CardState(StrEnum):
    NOT_STARTED = "not_started"
    CHOOSING = "choosing"
    ASKING = "asking"
    YOUR_TURN = "your_turn"
    IN_PREVIEW = "in_preview"
    ON_ITS_WAY = "on_its_way"
    ATTACHED = "attached"
    UPLOADED = "uploaded"
    NOTHING_FOUND = "nothing_found"
    DECLINED = "declined"
    LATER = "later"
    FAILED = "failed"


READY = {CardState.ATTACHED, CardState.UPLOADED}
WAITING = {CardState.ASKING, CardState.IN_PREVIEW, CardState.ON_ITS_WAY}
ENDED = {CardState.ATTACHED, CardState.UPLOADED, CardState.NOTHING_FOUND, CardState.DECLINED, CardState.LATER, CardState.FAILED}
STATE_OF_EXCHANGE = {
    RequesterState.REQUESTED: CardState.ASKING,
    RequesterState.SUBMITTED: CardState.ASKING,
    RequesterState.SENT: CardState.ASKING,
    RequesterState.PREVIEW_REQUIRED: CardState.YOUR_TURN,
    RequesterState.PREVIEW_OPEN: CardState.IN_PREVIEW,
    RequesterState.DELIVERED: CardState.ATTACHED,
    RequesterState.DECLINED: CardState.DECLINED,
    RequesterState.NOTHING_FOUND: CardState.NOTHING_FOUND,
    RequesterState.DEFERRED: CardState.LATER,
    RequesterState.CANCELLED: CardState.CHOOSING,
    RequesterState.REFUSED: CardState.FAILED,
    RequesterState.TIMED_OUT: CardState.FAILED,
    RequesterState.UNDELIVERABLE: CardState.FAILED,
    RequesterState.REJECTED_LOCALLY: CardState.FAILED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One evidence type of the explicit request; without an exchange while the one before it runs."""

    request: DocumentRequest
    exchange: ExchangeSummary | None

    @property
    def state(self) -> CardState:
        if self.exchange is None:
            return CardState.ASKING
        if self.exchange.state == RequesterState.PREVIEW_OPEN and self.exchange.returned_at:
            return CardState.ON_ITS_WAY
        return STATE_OF_EXCHANGE[self.exchange.state]


@dataclass(frozen=True, slots=True)
class Card:
    document: RequiredDocument
    steps: tuple[Step, ...]
    upload: UploadedDocument | None

    @property
    def state(self) -> CardState:
        if self.upload is not None:
            return CardState.UPLOADED
        if self.current is None:
            return CardState.CHOOSING if self.document.country else CardState.NOT_STARTED
        return self.current.state

    @property
    def current(self) -> Step | None:
        """The first step that is not through, else the last."""
        unfinished = (step for step in self.steps if step.state is not CardState.ATTACHED)
        return next(unfinished, self.steps[-1] if self.steps else None)

    @property
    def delivered(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.state is CardState.ATTACHED)

    @property
    def exchange(self) -> ExchangeSummary | None:
        return self.current.exchange if self.current else None

    @property
    def names(self) -> Mapping[str, str]:
        names: Mapping[str, str] = self.document.names
        return names

    @property
    def requirement(self) -> Requirement:
        return Requirement(identifier=self.document.requirement, names=self.document.names, descriptions=self.document.descriptions)

    @property
    def country(self) -> str:
        return self.current.request.country if self.current else self.document.country

    @property
    def attempt(self) -> int:
        """The number of the press that has not happened yet."""
        latest = self.document.requests.order_by("-attempt").first()
        return latest.attempt + 1 if latest else 1

    @property
    def is_ready(self) -> bool:
        return self.state in READY

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def may_ask(self) -> bool:
        """A new explicit request is possible: nothing is under way and nothing is attached."""
        return not (self.is_ready or self.is_waiting or self.state is CardState.YOUR_TURN)

    @property
    def place(self) -> str:
        """The address of the page where this card goes on."""
        return self.url(_page_of(self))

    def url(self, page: str) -> str:
        return reverse(f"procedure:{page}", args=[self.document.requirement_id])


def _page_of(card: Card) -> str:
    if card.state is CardState.YOUR_TURN:
        return "leaving"
    if card.is_waiting:
        return "waiting"
    if card.state in ENDED:
        return "result"
    if card.state is CardState.CHOOSING:
        return "request" if card.document.evidence_list else "which"
    return "country"


def cards_of(application: Application) -> tuple[Card, ...]:
    """One card per required document, in a stable order."""
    exchanges = {summary.exchange_id: summary for summary in summaries(application.conversation_id)}
    documents = application.documents.select_related("upload").prefetch_related("requests")
    return tuple(_card(document, exchanges) for document in documents)


def _card(document: RequiredDocument, exchanges: Mapping[UUID, ExchangeSummary]) -> Card:
    requests = [request for request in document.requests.all() if request.set_aside_at is None]
    latest = max((request.attempt for request in requests), default=0)
    steps = tuple(_step(request, exchanges) for request in requests if request.attempt == latest)
    return Card(document, steps, getattr(document, "upload", None))


def _step(request: DocumentRequest, exchanges: Mapping[UUID, ExchangeSummary]) -> Step:
    return Step(request, exchanges.get(request.exchange_id) if request.exchange_id else None)
