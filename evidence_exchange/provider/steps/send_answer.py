"""The one answer of a request: intent before, then claim, move, hand-over and fact in one transaction."""

from datetime import datetime

from deployments import service as deployments
from edelivery import service as edelivery
from edelivery.service import OutboundMessage, Part
from edm.vocabulary.media_types import REGREP_XML
from evidence_exchange.identities import new_content_id, new_message_id
from evidence_exchange.models import Exchange, ReceivedRequest
from evidence_exchange.models.requests import ReceivedState
from evidence_exchange.moves import Move
from evidence_exchange.provider.answers import Answer
from evidence_exchange.provider.refusals import Superseded
from evidence_exchange.recording import Event, record, record_alone
from evidence_exchange.subjects import wipe_message_subject


def record_intent(exchange: Exchange, received: ReceivedRequest, answer: Answer, now: datetime) -> None:
    record_alone(
        exchange,
        Event.RESPONSE_INTENT,
        now,
        request_id=received.request_id,
        response_id=answer.response_id,
        error_code=answer.error_code,
    )


def move_or_stop(exchange: Exchange, move: Move, now: datetime, **facts: object) -> None:
    if not exchange.move(move, now, **facts):
        raise Superseded(move.name)


def send_answer(exchange: Exchange, received: ReceivedRequest, answer: Answer, now: datetime) -> None:
    """In the caller's transaction. Raises Superseded when the request was answered already."""
    state = deployments.deployment().member_state(exchange.country)
    message_id = new_message_id(state)
    won = received.settle(
        (ReceivedState.RECEIVED, ReceivedState.HELD),
        ReceivedState.ANSWERED,
        answered_at=now,
        response_id=answer.response_id,
        answer_message_id=message_id,
    )
    if not won:
        raise Superseded("answered")
    edelivery.submit(_message(exchange, received, answer, message_id, new_content_id(state)))
    wipe_message_subject(exchange, received.message_id)
    record(
        exchange,
        answer.event,
        now,
        request_id=received.request_id,
        response_id=answer.response_id,
        message_id=message_id,
        specification=exchange.specification,
        error_code=answer.error_code,
        error_detail=answer.error_detail,
        evidence_ids=answer.evidence_ids,
        body=answer.body,
    )


def _message(exchange: Exchange, received: ReceivedRequest, answer: Answer, message_id: str, content_id: str) -> OutboundMessage:
    """Back the way it came: corners swapped, conversation and exchange as they were (edelivery 15.8)."""
    return OutboundMessage(
        message_id=message_id,
        own_party=received.own_party,
        peer_party=received.peer_party,
        action=answer.action,
        conversation_id=received.conversation_id,
        exchange_id=exchange.exchange_id,
        specification=exchange.specification,
        original_sender=received.final_recipient,
        final_recipient=received.original_sender,
        parts=(Part(content_id, REGREP_XML, answer.body), *answer.attachments),
    )
