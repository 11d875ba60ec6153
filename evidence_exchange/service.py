"""The front door for portals and the API: the requester side of an exchange.

A wish becomes an exchange; the background carries it out; pages read summaries and press on where the citizen
has to act. Rows never leave this package.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Count

from deployments import service as deployments
from evidence_exchange.errors import NotNow, UnknownExchange
from evidence_exchange.models import EvidencePiece, Exchange
from evidence_exchange.provider import sweeping as provider_sweeping
from evidence_exchange.requester import sweeping as requester_sweeping
from evidence_exchange.requester.steps import cancel as cancelling
from evidence_exchange.requester.steps import continue_to_preview as continuing
from evidence_exchange.requester.steps import open_exchange as opening
from evidence_exchange.requester.steps import remove_evidence as removing
from evidence_exchange.requester.steps.welcome_back import find_return, welcome_back
from evidence_exchange.summarising import describe_piece, overdue, summarise
from evidence_exchange.summary import DeadlineKind, ExchangeSummary, Piece, Turn
from evidence_exchange.wish import Wish

__all__ = [
    "DeadlineKind",
    "ExchangeSummary",
    "NotNow",
    "Piece",
    "Turn",
    "UnknownExchange",
    "Wish",
    "cancel",
    "continue_to_preview",
    "exchange_counts",
    "exchange_of_return",
    "open_count",
    "open_exchange",
    "overdue_count",
    "piece_content",
    "pieces",
    "remove_piece",
    "returned",
    "summaries",
    "summaries_of_reference",
    "summary",
    "sweep",
]


def open_exchange(wish: Wish) -> UUID:
    """Record the explicit request and let the background send it; the ExchangeId.

    Idempotent by `wish.key`. Where nothing can be sent (no common line, assurance too low) the exchange is
    `rejected_locally` from the start: look at its summary.
    """
    return opening.open_exchange(wish, deployments.clock().now())


def summary(exchange_id: UUID) -> ExchangeSummary:
    """How the exchange stands. Raises UnknownExchange."""
    return summarise(_exchange(exchange_id))


def summaries(conversation_id: UUID) -> tuple[ExchangeSummary, ...]:
    """The exchanges of one conversation, oldest first."""
    rows = Exchange.objects.asked().filter(conversation_id=conversation_id).order_by("opened_at", "pk")
    return tuple(summarise(exchange) for exchange in rows)


def summaries_of_reference(reference: str) -> tuple[ExchangeSummary, ...]:
    """The exchanges a citizen means who reads out the reference of a page, oldest first."""
    rows = Exchange.objects.asked().filter(reference=reference).order_by("opened_at", "pk") if reference else ()
    return tuple(summarise(exchange) for exchange in rows)


def continue_to_preview(exchange_id: UUID) -> str:
    """Send the second request and return the preview location; the same location when pressed again.

    Raises NotNow when there is no preview to go to any more.
    """
    return continuing.continue_to_preview(_exchange(exchange_id), deployments.clock().now())


def cancel(exchange_id: UUID) -> bool:
    """Give up before the second request left; False when it is too late for that."""
    return cancelling.cancel(_exchange(exchange_id), deployments.clock().now())


def exchange_of_return(token: str) -> UUID | None:
    """The exchange whose return address carries `token`; None when unknown or closed with T3. Changes nothing.

    Whether the browser that came back holds the session of that exchange is for the portal to verify (X12).
    """
    exchange = find_return(token, deployments.clock().now())
    return exchange.exchange_id if exchange else None


def returned(token: str, *, recognised: bool = True) -> UUID | None:
    """Log that a return address was used; `recognised` says that it was by the person who left.

    The exchange, or None when the address is unknown or closed with T3.
    """
    exchange = welcome_back(token, deployments.clock().now(), recognised=recognised)
    return exchange.exchange_id if exchange else None


def pieces(exchange_id: UUID) -> tuple[Piece, ...]:
    """The documents received and not removed, main evidence before its supplements."""
    return tuple(describe_piece(piece) for piece in _pieces(exchange_id))


def piece_content(exchange_id: UUID, piece_id: UUID) -> bytes:
    """The very bytes received. Raises UnknownExchange when there is no such piece any more."""
    return deployments.blobs().get(_piece(exchange_id, piece_id).blob)


def remove_piece(exchange_id: UUID, piece_id: UUID) -> None:
    """Forget a received document and its supplements; the fact stays in the log."""
    removing.remove_evidence(_piece(exchange_id, piece_id), deployments.clock().now())


def exchange_counts() -> tuple[tuple[str, str, int], ...]:
    """How many exchanges of each side are in each state: (side, state, count)."""
    counted = Exchange.objects.order_by().values_list("side", "state").annotate(count=Count("pk"))
    return tuple((side, state, count) for side, state, count in counted)


def open_count() -> int:
    """How many exchanges are under way, on either side."""
    return Exchange.objects.filter(settled_at=None).count()


def overdue_count(now: datetime) -> int:
    """How many exchanges have a clock that is over while nobody has drawn the consequence yet."""
    return Exchange.objects.filter(overdue(now)).count()


def sweep(now: datetime) -> None:
    """Find what is overdue or was missed, on both sides, and move it on."""
    requester_sweeping.sweep(now)
    provider_sweeping.sweep(now)


def _exchange(exchange_id: UUID) -> Exchange:
    exchange = Exchange.objects.asked().filter(exchange_id=exchange_id).first()
    if exchange is None:
        raise UnknownExchange(f"There is no exchange {exchange_id}.")
    return exchange


def _pieces(exchange_id: UUID) -> list[EvidencePiece]:
    return list(_exchange(exchange_id).pieces.filter(removed_at=None))


def _piece(exchange_id: UUID, piece_id: UUID) -> EvidencePiece:
    found = next((piece for piece in _pieces(exchange_id) if piece.evidence_id == piece_id), None)
    if found is None:
        raise UnknownExchange("There is no such document any more.")
    return found
