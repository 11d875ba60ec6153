"""A response: to E1 with evidence, E2 or E3 without, E4 when it is to come later."""

from datetime import datetime

from edelivery.service import InboundMessage
from edm.messages.evidence_response.message import EvidenceResponse
from evidence_exchange import moves
from evidence_exchange.documents import documents_of
from evidence_exchange.inbound import announced, body_of
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.forgetting import forget
from evidence_exchange.requester.steps.keep_evidence import keep_evidence
from evidence_exchange.requester.steps.settle_fault import settle_fault

WITHOUT_PREVIEW = "evidence_without_preview"


def settle_response(exchange: Exchange, sent: SentRequest, response: EvidenceResponse, inbound: InboundMessage) -> bool:
    fault = _fault(exchange, sent, response)
    if fault:
        return settle_fault(exchange, sent, fault, inbound)
    at = inbound.received_at
    if not _move(exchange, sent, response, at):
        return False
    matches = keep_evidence(exchange, response, inbound)
    forget(exchange)
    columns = {"request_id": sent.request_id, "response_id": response.response_id, "message_id": inbound.message_id}
    evidence_ids = [document.identifier for document in documents_of(response.packages)]
    record(
        exchange,
        Event.RESPONSE_RECEIVED,
        at,
        **columns,
        specification=announced(inbound),
        evidence_ids=evidence_ids,
        body=body_of(inbound),
        facts={"confirmed_subject": matches},
    )
    if response.packages:
        record(exchange, Event.EVIDENCE_DELIVERED, at, **columns, evidence_ids=evidence_ids)
    return True


def _fault(exchange: Exchange, sent: SentRequest, response: EvidenceResponse) -> str:
    """Evidence is acceptable only after the preview that was asked for."""
    return WITHOUT_PREVIEW if response.packages and exchange.preview_required and sent.round == 1 else ""


def _move(exchange: Exchange, sent: SentRequest, response: EvidenceResponse, at: datetime) -> bool:
    cleared = {"error_code": "", "error_detail": ""}
    if response.is_deferred:
        return exchange.move(moves.DEFER, at, deferred_until=response.available_at, **cleared)
    if response.packages:
        return exchange.move(moves.DELIVER, at, **cleared)
    return exchange.move(moves.FIND_NOTHING if sent.round == 1 else moves.DECLINE, at, **cleared)
