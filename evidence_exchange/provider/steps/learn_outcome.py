"""What our access point tells about an answer."""

from datetime import datetime

from evidence_exchange import moves
from evidence_exchange.models import Preview, ReceivedRequest
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
    """A7: the answer was built and nobody took it."""
    exchange = received.exchange
    if _is_the_last_word(received):
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


def _is_the_last_word(received: ReceivedRequest) -> bool:
    """Not so the answer to a replay, nor a preview offer that was followed: somebody has it all the same."""
    followed = Preview.objects.filter(exchange=received.exchange, second_request__isnull=False).exclude(second_request=received)
    return received.is_original and not followed.exists()
