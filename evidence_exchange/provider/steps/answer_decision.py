"""P6 and H to A1 or A2: the decision and the second request are both there; exactly one answer leaves."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from deployments.blobs.base import BlobAltered, BlobMissing
from deployments.rehearsal import boundary
from edm.messages.evidence_error.message import Occurrence
from edm.messages.evidence_request.message import EvidenceRequest
from edm.vocabulary.exceptions import QUERY_FAILED
from evidence_exchange import moves
from evidence_exchange.models import Exchange, Preview
from evidence_exchange.models.requests import ReceivedState
from evidence_exchange.moves import Move
from evidence_exchange.provider.answers import Answer, error_answer, response_answer
from evidence_exchange.provider.freezing import made_again, wipe_after_commit
from evidence_exchange.provider.packages import attachments_of, described_package
from evidence_exchange.provider.refusals import Superseded
from evidence_exchange.provider.steps.send_answer import move_or_stop, record_intent, send_answer


def answer_decision(preview_pk: int, now: datetime) -> None:
    preview = Preview.objects.select_related("exchange", "second_request").filter(pk=preview_pk).first()
    received = preview.second_request if preview else None
    if preview is None or received is None or preview.decided_at is None or received.state != ReceivedState.HELD:
        return
    request = preview.exchange.subjects.get(message_id=received.message_id).request()
    if request is None:
        return
    answer, move = _answer(preview, request, now)
    record_intent(preview.exchange, received, answer, now)
    boundary("answering.before")
    try:
        with transaction.atomic():
            move_or_stop(preview.exchange, move, now)
            send_answer(preview.exchange, received, answer, now)
            wipe_after_commit(preview.exchange, now)
    except Superseded:
        return
    boundary("answering.after")


def _answer(preview: Preview, request: EvidenceRequest, now: datetime) -> tuple[Answer, Move]:
    exchange = preview.exchange
    try:
        made = made_again(preview.pieces.filter(accepted=True))
    except (BlobMissing, BlobAltered):
        return _failure(exchange, request, now), moves.ANSWER_ERROR
    described = tuple(described_package(package, request, exchange) for package in made)
    answer = response_answer(
        request,
        deployments.identifiers().uuid(),
        exchange.provider,
        now,
        packages=described,
        attachments=attachments_of(made, described),
    )
    return answer, moves.ANSWER_EVIDENCE if made else moves.ANSWER_EMPTY


def _failure(exchange: Exchange, request: EvidenceRequest, now: datetime) -> Answer:
    """What was previewed cannot be read any more: nothing else may be sent in its place."""
    occurrence = Occurrence(exception=QUERY_FAILED, occurred_at=now, detail="evidence not readable")
    return error_answer(exchange, deployments.identifiers().uuid(), occurrence, request_id=request.request_id, requester=request.requester)
