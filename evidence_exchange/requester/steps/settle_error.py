"""An evidence error: to Q4 when it leads to a preview, else to E5."""

from edelivery.service import InboundMessage
from edm.messages.evidence_error.message import EvidenceError, Occurrence
from evidence_exchange import moves
from evidence_exchange.inbound import announced, body_of
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.forgetting import forget
from evidence_exchange.requester.steps.offer_preview import offer_preview, reject_location
from evidence_exchange.requester.vetting import reason_not_to_follow

LONGEST_DETAIL = 500


def settle_error(exchange: Exchange, sent: SentRequest, error: EvidenceError, inbound: InboundMessage) -> bool:
    preview = error.preview
    occurrence = preview or error.exceptions[0]
    record(
        exchange,
        Event.ERROR_RECEIVED,
        inbound.received_at,
        request_id=sent.request_id,
        response_id=error.response_id,
        message_id=inbound.message_id,
        specification=announced(inbound),
        error_code=occurrence.exception.code,
        error_detail=_detail(occurrence),
        body=body_of(inbound),
    )
    if preview is None or sent.round != 1:
        return _refuse(exchange, occurrence, _detail(occurrence), inbound)
    rejected = reason_not_to_follow(preview.preview_location or "", inbound.peer_party)
    if rejected:
        reject_location(exchange, preview.preview_location or "", rejected, inbound.received_at)
        return _refuse(exchange, preview, rejected, inbound)
    return offer_preview(exchange, preview, inbound.received_at) or _refuse(exchange, preview, "too_late", inbound)


def _detail(occurrence: Occurrence) -> str:
    """Free text of a correspondent, as much as staff need."""
    return (occurrence.detail or "")[:LONGEST_DETAIL]


def _refuse(exchange: Exchange, occurrence: Occurrence, detail: str, inbound: InboundMessage) -> bool:
    code = occurrence.exception.code
    if not exchange.move(moves.REFUSE, inbound.received_at, error_code=code, error_detail=detail):
        return False
    forget(exchange)
    return True
