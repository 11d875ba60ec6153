"""To E5 without a code: the answer breaks the rules. Logged, shown as a failure, never answered (edm.md 7.5)."""

from edelivery.service import InboundMessage
from evidence_exchange import moves
from evidence_exchange.inbound import body_of
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.forgetting import forget


def settle_fault(exchange: Exchange, sent: SentRequest, fault: str, inbound: InboundMessage) -> bool:
    at = inbound.received_at
    if not exchange.move(moves.REFUSE, at, error_code="", error_detail=fault):
        return False
    forget(exchange)
    record(
        exchange,
        Event.RESPONSE_REFUSED,
        at,
        request_id=sent.request_id,
        message_id=inbound.message_id,
        error_detail=fault,
        body=body_of(inbound),
        facts={"attachments": str(max(len(inbound.parts) - 1, 0))},
    )
    if len(inbound.parts) > 1:
        record(exchange, Event.EVIDENCE_DISCARDED, at, request_id=sent.request_id, message_id=inbound.message_id, error_detail=fault)
    return True
