"""Q1 to Q2: the first request is handed to our access point, once."""

from datetime import datetime

from django.db import transaction

from edelivery import service as edelivery
from edm.errors import WrongConfiguration
from edm.messages.evidence_request.reader import read_evidence_request
from evidence_exchange import moves
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.recording import Event, record, record_alone
from evidence_exchange.requester.request import as_message
from evidence_exchange.requester.steps.learn_outcome import give_up_sending
from evidence_exchange.states import RequesterState


def send_request(exchange_pk: int, now: datetime) -> None:
    exchange = Exchange.objects.asked().in_state(RequesterState.REQUESTED).filter(pk=exchange_pk).first()
    if exchange is None:
        return
    sent = exchange.sent_requests.get(round=1)
    content = exchange.subjects.get(message_id=sent.message_id).content()
    if content is None:
        return
    record_alone(exchange, Event.REQUEST_INTENT, now, request_id=sent.request_id, message_id=sent.message_id)
    try:
        _submit(exchange, sent, content, now)
    except WrongConfiguration as fault:
        give_up_sending(Exchange.objects.get(pk=exchange_pk), sent, str(fault), now)


@transaction.atomic
def _submit(exchange: Exchange, sent: SentRequest, content: bytes, now: datetime) -> None:
    if not exchange.move(moves.SUBMIT, now):
        return
    edelivery.submit(as_message(exchange, sent, content))
    record(
        exchange,
        Event.REQUEST_SENT,
        now,
        request_id=sent.request_id,
        message_id=sent.message_id,
        specification=exchange.specification,
        body=content,
        subject=read_evidence_request(content).subject,
    )
