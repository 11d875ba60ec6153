"""To A4 with an evidence error, or to A6 in silence."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from edm.messages.evidence_error.message import Occurrence
from edm.messages.evidence_request.correspondent import read_correspondent
from evidence_exchange import moves
from evidence_exchange.models import Exchange, ReceivedRequest
from evidence_exchange.models.requests import ReceivedState
from evidence_exchange.provider.answers import error_answer
from evidence_exchange.provider.refusals import Refused, Superseded
from evidence_exchange.provider.steps.send_answer import move_or_stop, record_intent, send_answer
from evidence_exchange.recording import Event, record
from evidence_exchange.subjects import wipe_message_subject


def refuse_request(received: ReceivedRequest, content: bytes, refusal: Refused, now: datetime) -> None:
    """Answers this request; an exchange that goes on without it is not touched."""
    exchange = Exchange.objects.get(pk=received.exchange_id)
    correspondent = read_correspondent(content)
    occurrence = Occurrence(exception=refusal.exception, occurred_at=now, detail=refusal.detail or None)
    answer = error_answer(
        exchange,
        deployments.identifiers().uuid(),
        occurrence,
        request_id=correspondent.request_id,
        requester=correspondent.requester,
    )
    record_intent(exchange, received, answer, now)
    try:
        with transaction.atomic():
            if received.round == 1:
                move_or_stop(exchange, moves.ANSWER_ERROR, now, error_code=answer.error_code, error_detail=refusal.detail)
            send_answer(exchange, received, answer, now)
            record(
                exchange,
                Event.REQUEST_REJECTED,
                now,
                request_id=received.request_id,
                message_id=received.message_id,
                error_code=answer.error_code,
                error_detail=refusal.detail,
            )
    except Superseded:
        return


@transaction.atomic
def leave_unanswered(received: ReceivedRequest, reason: str, now: datetime) -> None:
    """Log only: an answer would break the rules this request breaks."""
    exchange = received.exchange
    if not received.settle((ReceivedState.RECEIVED,), ReceivedState.UNANSWERED, answered_at=now):
        return
    if received.round == 1:
        exchange.move(moves.LEAVE_UNANSWERED, now, error_detail=reason)
    wipe_message_subject(exchange, received.message_id)
    record(exchange, Event.REQUEST_REJECTED, now, request_id=received.request_id, message_id=received.message_id, error_detail=reason)
