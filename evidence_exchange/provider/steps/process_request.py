"""P0 to the answer: the whole way of one received request, as the steps that make it."""

import logging
from datetime import datetime

from edm.errors import ServiceUnavailable
from edm.messages.evidence_request.message import EvidenceRequest
from edm.vocabulary.exceptions import QUERY_FAILED, TIMEOUT
from evidence_exchange import moves
from evidence_exchange.models import Exchange, ReceivedRequest
from evidence_exchange.provider.refusals import Refused, Superseded, Unanswerable
from evidence_exchange.provider.steps.answer_first_request import answer_first_request
from evidence_exchange.provider.steps.check_request import check_request
from evidence_exchange.provider.steps.hold_second_request import hold_second_request
from evidence_exchange.provider.steps.match_person import match_person
from evidence_exchange.provider.steps.refuse_request import leave_unanswered, refuse_request
from evidence_exchange.provider.steps.validate_request import validate_request
from evidence_exchange.sources.base import RegisterTooSlow

log = logging.getLogger(__name__)


def process_request(received_pk: int, now: datetime) -> None:
    """Claimed by one worker; whoever comes second finds nothing to do."""
    received = ReceivedRequest.objects.select_related("exchange").filter(pk=received_pk).first()
    if received is None or not received.claim(now):
        return
    subject = received.exchange.subjects.get(message_id=received.message_id)
    content = subject.content()
    if content is None:
        leave_unanswered(received, "too_late", now)
        return
    try:
        _process(received, content, now)
    except Unanswerable as silence:
        leave_unanswered(received, str(silence), now)
    except Refused as refusal:
        refuse_request(received, content, refusal, now)
    except Superseded as reason:
        log.info("request_superseded request=%s step=%s", received.request_id, reason)
    except Exception:
        # The outermost edge of the worker: the sweep tries again until T1, then the requester learns of it.
        if now < received.first_due:
            raise
        log.exception("request_given_up request=%s", received.request_id)
        refuse_request(received, content, Refused(TIMEOUT, "T1"), now)


def _process(received: ReceivedRequest, content: bytes, now: datetime) -> None:
    exchange = received.exchange
    if received.round == 1 and not exchange.move(moves.VALIDATE, now):
        raise Superseded(moves.VALIDATE.name)
    request = validate_request(received, content)
    if received.round == 1:
        _first(exchange, received, request, now)
    else:
        hold_second_request(exchange, received, request, now)


def _first(exchange: Exchange, received: ReceivedRequest, request: EvidenceRequest, now: datetime) -> None:
    task = check_request(exchange, received, request, now)
    if not exchange.move(moves.PRODUCE, now):
        raise Superseded(moves.PRODUCE.name)
    try:
        record = match_person(exchange, task, now).record
        documents = task.register.documents(record, task.service.kind)
    except RegisterTooSlow as fault:
        raise Refused(TIMEOUT, "register") from fault
    except ServiceUnavailable as fault:
        raise Refused(QUERY_FAILED, "register") from fault
    answer_first_request(exchange, received, task, documents, now)
