"""Forgetting what a card holds, so that its person can begin afresh."""

from uuid import UUID

from evidence_exchange.service import pieces, remove_piece
from oots_portal.procedure.asking import set_aside
from oots_portal.procedure.cards import Card
from oots_portal.procedure.uploads import forget

MAIN = "MainEvidence"


def clear(card: Card) -> None:
    """Erase what was fetched or uploaded and stop what still runs."""
    for step in card.delivered:
        if step.exchange is not None:
            _remove_pieces(step.exchange.exchange_id)
    forget(card)
    set_aside(card)


def _remove_pieces(exchange_id: UUID) -> None:
    for piece in pieces(exchange_id):
        if piece.role == MAIN:
            remove_piece(exchange_id, piece.id)
