"""To E6: a clock of ours ran out. A presumption, which the first late answer replaces."""

from datetime import datetime

from django.db import transaction

from edm.vocabulary.exceptions import TIMEOUT
from evidence_exchange import moves
from evidence_exchange.models import Exchange
from evidence_exchange.moves import Move
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.forgetting import forget_for_now

T1, T2, T3 = "T1", "T2", "T3"
CLOCKS: tuple[tuple[str, str, Move], ...] = (
    (T1, "first_due", moves.PRESUME_NO_FIRST_ANSWER),
    (T2, "second_due", moves.PRESUME_NOT_FOLLOWED),
    (T3, "third_due", moves.PRESUME_NO_DECISION),
)


@transaction.atomic
def presume(exchange: Exchange, move: Move, clock: str, now: datetime) -> None:
    if not exchange.move(move, now, presumed_at=now, error_code=TIMEOUT.code, error_detail=clock):
        return
    if clock != T1:
        # After T1 the citizen is kept until T2 too: a late preview offer can still be followed.
        forget_for_now(exchange)
    record(exchange, Event.TIMEOUT_PRESUMED, now, error_code=TIMEOUT.code, error_detail=clock)
