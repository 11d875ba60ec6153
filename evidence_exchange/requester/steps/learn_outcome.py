"""What our access point tells about a request: receipt (Q2 to Q3) or final failure (to E7)."""

from datetime import datetime

from django.db import transaction

from evidence_exchange import moves
from evidence_exchange.models import SentRequest
from evidence_exchange.models.exchange import Exchange
from evidence_exchange.recording import Event, record


def receive_receipt(sent: SentRequest, at: datetime) -> None:
    """The other access point has the message; a receipt after we gave up changes nothing until the answer comes."""
    sent.exchange.move(moves.ACKNOWLEDGE, at)
    record(sent.exchange, Event.TRANSPORT_RECEIPT, at, request_id=sent.request_id, message_id=sent.message_id)


def give_up_sending(exchange: Exchange, sent: SentRequest, reason: str, at: datetime) -> None:
    """Nobody took the message. The citizen learns it at once; a late answer still replaces this."""
    with transaction.atomic():
        if sent.answered_at is None:
            exchange.move(moves.GIVE_UP_SENDING, at, presumed_at=at, error_detail=reason)
        record(exchange, Event.TRANSPORT_FAILED, at, request_id=sent.request_id, message_id=sent.message_id, error_detail=reason)
