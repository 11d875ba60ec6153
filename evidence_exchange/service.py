"""The front door for portals and the API: the requester side of an exchange.

A wish becomes an exchange; the background carries it out; pages read summaries and press on where the citizen
has to act. Rows never leave this package.
"""

from datetime import datetime
from uuid import UUID

from evidence_exchange.errors import NotNow, UnknownExchange
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
    "open_exchange",
    "piece_content",
    "pieces",
    "remove_piece",
    "returned",
    "summaries",
    "summary",
    "sweep",
]


def open_exchange(wish: Wish) -> UUID:
    """Record the explicit request and let the background send it; the ExchangeId.

    Idempotent by `wish.key`. Where nothing can be sent (no common line, assurance too low) the exchange is
    `rejected_locally` from the start: look at its summary.
    """
    raise NotImplementedError


def summary(exchange_id: UUID) -> ExchangeSummary:
    """How the exchange stands. Raises UnknownExchange."""
    raise NotImplementedError


def summaries(conversation_id: UUID) -> tuple[ExchangeSummary, ...]:
    """The exchanges of one conversation, oldest first."""
    raise NotImplementedError


def continue_to_preview(exchange_id: UUID) -> str:
    """Send the second request and return the preview location; the same location when pressed again.

    Raises NotNow when there is no preview to go to any more.
    """
    raise NotImplementedError


def cancel(exchange_id: UUID) -> bool:
    """Give up before the second request left; False when it is too late for that."""
    raise NotImplementedError


def returned(token: str) -> UUID | None:
    """The exchange whose return address carries `token`; None when unknown or closed with T3."""
    raise NotImplementedError


def pieces(exchange_id: UUID) -> tuple[Piece, ...]:
    """The documents received and not removed, main evidence before its supplements."""
    raise NotImplementedError


def piece_content(exchange_id: UUID, piece_id: UUID) -> bytes:
    """The very bytes received. Raises UnknownExchange when there is no such piece any more."""
    raise NotImplementedError


def remove_piece(exchange_id: UUID, piece_id: UUID) -> None:
    """Forget a received document and its supplements; the fact stays in the log."""
    raise NotImplementedError


def sweep(now: datetime) -> None:
    """Find what is overdue or was missed, on both sides, and move it on."""
    raise NotImplementedError
