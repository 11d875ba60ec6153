"""To E8: the citizen gives up before the second request; nothing is sent, the provider's T2 cleans up."""

from datetime import datetime

from django.db import transaction

from evidence_exchange import moves
from evidence_exchange.models import Exchange
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.forgetting import forget


@transaction.atomic
def cancel(exchange: Exchange, now: datetime) -> bool:
    if not exchange.move(moves.CANCEL, now):
        return False
    forget(exchange)
    record(exchange, Event.REQUEST_CANCELLED, now)
    return True
