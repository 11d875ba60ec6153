"""To A5: T2 ended without a second request, or T3 without a decision."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from edm.messages.evidence_error.message import Occurrence
from edm.vocabulary.exceptions import TIMEOUT
from evidence_exchange import moves
from evidence_exchange.models import Exchange, Preview
from evidence_exchange.models.requests import ReceivedState
from evidence_exchange.provider.answers import Answer, error_answer
from evidence_exchange.provider.freezing import wipe_after_commit
from evidence_exchange.provider.refusals import Superseded
from evidence_exchange.provider.steps.send_answer import move_or_stop, record_intent, send_answer
from evidence_exchange.recording import Event, record
from evidence_exchange.subjects import wipe_subject

NOT_FOLLOWED = "no second request"
NO_DECISION = "no decision"


@transaction.atomic
def expire_unfollowed(exchange: Exchange, now: datetime) -> None:
    """Nothing is sent; a decision that was taken is discarded, for nobody may receive it."""
    preview = Preview.objects.select_for_update().get(exchange=exchange)
    if preview.second_request_id is None and exchange.move(moves.EXPIRE, now, error_detail=NOT_FOLLOWED):
        _forget(exchange, now)
        record(exchange, Event.PREVIEW_EXPIRED, now, decision=NOT_FOLLOWED)


def expire_undecided(exchange: Exchange, now: datetime) -> None:
    """The second request is answered with 0005."""
    preview = Preview.objects.select_related("second_request").get(exchange=exchange)
    received = preview.second_request
    if received is None or received.state != ReceivedState.HELD:
        return
    answer = _timeout(exchange, preview, now)
    record_intent(exchange, received, answer, now)
    try:
        with transaction.atomic():
            locked = Preview.objects.select_for_update().get(pk=preview.pk)
            if locked.decided_at is not None:
                return
            move_or_stop(exchange, moves.EXPIRE, now, error_code=TIMEOUT.code, error_detail=NO_DECISION)
            send_answer(exchange, received, answer, now)
            _forget(exchange, now)
            record(exchange, Event.PREVIEW_EXPIRED, now, request_id=received.request_id, decision=NO_DECISION)
    except Superseded:
        return


def _timeout(exchange: Exchange, preview: Preview, now: datetime) -> Answer:
    received = preview.second_request
    occurrence = Occurrence(exception=TIMEOUT, occurred_at=now, detail="T3")
    return error_answer(
        exchange,
        deployments.identifiers().uuid(),
        occurrence,
        request_id=received.request_id if received else None,
        requester=exchange.requester,
    )


def _forget(exchange: Exchange, now: datetime) -> None:
    wipe_subject(exchange)
    wipe_after_commit(exchange, now)
