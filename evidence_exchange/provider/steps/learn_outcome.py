"""What our access point tells about an answer."""

from datetime import datetime

from evidence_exchange import moves
from evidence_exchange.models import ReceivedRequest
from evidence_exchange.provider.freezing import wipe_after_commit
from evidence_exchange.recording import Event, record


def receive_receipt(received: ReceivedRequest, at: datetime) -> None:
    record(
        received.exchange,
        Event.TRANSPORT_RECEIPT,
        at,
        request_id=received.request_id,
        response_id=received.response_id,
        message_id=received.answer_message_id,
    )


def give_up_answering(received: ReceivedRequest, reason: str, at: datetime) -> None:
    """A7: the answer was built and nobody took it. The answer to a replay says nothing about the exchange."""
    exchange = received.exchange
    if received.is_original:
        exchange.move(moves.FAIL_TO_ANSWER, at, error_detail=reason)
        wipe_after_commit(exchange, at)
    record(
        exchange,
        Event.ANSWER_NOT_SENT,
        at,
        request_id=received.request_id,
        response_id=received.response_id,
        message_id=received.answer_message_id,
        error_detail=reason,
    )
