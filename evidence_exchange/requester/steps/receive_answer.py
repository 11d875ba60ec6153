"""An answer arrives (Q3 or Q5 to an end, or to Q4): find its request, refuse what is foreign, settle the rest.

Runs inside the transaction that marks the message delivered. There is no error path from requester to provider:
whatever is wrong with an answer is logged and never answered.
"""

from deployments import service as deployments
from edelivery.service import InboundMessage
from edm.errors import OotsError
from edm.messages.evidence_error.message import EvidenceError
from edm.vocabulary.parties import ParticipantId
from evidence_exchange.examining import Answer, examine_answer
from evidence_exchange.inbound import body_of, exchange_id_of
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.steps.settle_error import settle_error
from evidence_exchange.requester.steps.settle_fault import settle_fault
from evidence_exchange.requester.steps.settle_response import settle_response
from exchange_log import service as exchange_log
from exchange_log.service import Side


class AnswerRefused(OotsError):
    """Not an answer to anything we still ask."""


def receive_answer(inbound: InboundMessage) -> None:
    exchange = _exchange_of(inbound)
    if exchange is None:
        _record_foreign(inbound)
        return
    answer, fault = examine_answer(inbound)
    try:
        sent = _request_answered(exchange, answer)
        _settle(exchange, sent, answer, fault, inbound)
    except AnswerRefused as refused:
        record(exchange, Event.RESPONSE_REFUSED, inbound.received_at, error_detail=str(refused), **_facts_of(inbound, answer))


def _exchange_of(inbound: InboundMessage) -> Exchange | None:
    exchange_id = exchange_id_of(inbound)
    if exchange_id is None:
        return None
    own, peer = inbound.own_party, inbound.peer_party
    return (
        Exchange.objects.asked()
        .filter(exchange_id=exchange_id, own_party_id=own.value, own_party_type=own.type)
        .filter(peer_party_id=peer.value, peer_party_type=peer.type)
        .first()
    )


def _request_answered(exchange: Exchange, answer: Answer | None) -> SentRequest:
    """The request an answer names; the live one for an answer that names none (R-EDM-ERR-C025) or cannot be read."""
    requests = exchange.sent_requests.order_by("-round")
    if answer is not None and answer.request_id is not None:
        requests = requests.filter(request_id=answer.request_id)
    sent = requests.first()
    if sent is None:
        raise AnswerRefused("unknown_request")
    return sent


def _settle(exchange: Exchange, sent: SentRequest, answer: Answer | None, fault: str, inbound: InboundMessage) -> None:
    response_id = answer.response_id if answer else None
    if not sent.claim_answer(inbound.received_at, response_id):
        raise AnswerRefused("already_answered")
    if answer is None or fault:
        moved = settle_fault(exchange, sent, fault, inbound)
    elif isinstance(answer, EvidenceError):
        moved = settle_error(exchange, sent, answer, inbound)
    else:
        moved = settle_response(exchange, sent, answer, inbound)
    if not moved:
        raise AnswerRefused(f"already_{exchange.state}")


def _facts_of(inbound: InboundMessage, answer: Answer | None) -> dict[str, object]:
    return {
        "message_id": inbound.message_id,
        "request_id": answer.request_id if answer else None,
        "response_id": answer.response_id if answer else None,
        "body": body_of(inbound),
    }


def _record_foreign(inbound: InboundMessage) -> None:
    """X08: an answer to an exchange we never opened, or from an access point we did not ask."""
    state = deployments.deployment().member_state_of_party(inbound.own_party)
    owner = state.requester.identifier if state and state.requester else ParticipantId("", "")
    exchange_log.record(
        Event.RESPONSE_REFUSED,
        at=inbound.received_at,
        side=Side.REQUESTER,
        authority=owner,
        exchange_id=inbound.exchange_id,
        conversation_id=inbound.conversation_id,
        message_id=inbound.message_id,
        provider=inbound.original_sender,
        error_detail="unknown_exchange",
        body=body_of(inbound),
    )
