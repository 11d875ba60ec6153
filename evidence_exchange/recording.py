"""Writes the rows of the exchange log, with all that an exchange already knows about itself (exchange-flow 13)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from edm.vocabulary.media_types import REGREP_XML
from evidence_exchange.models.exchange import Exchange
from exchange_log import service as exchange_log
from exchange_log.service import Event

__all__ = ["Event", "record", "record_alone"]


def record(exchange: Exchange, event: Event, at: datetime, **columns: Any) -> None:
    """One row about `exchange`, in the caller's transaction."""
    if columns.get("body") is not None:
        columns.setdefault("body_type", REGREP_XML)
    exchange_log.record(
        event,
        **{
            "at": at,
            "side": exchange.side,
            "authority": exchange.own_authority.identifier,
            "exchange_id": exchange.exchange_id,
            "conversation_id": exchange.conversation_id,
            "requester": exchange.requester.identifier,
            "provider": exchange.provider.identifier,
            "peer_country": exchange.peer_country,
            "procedure_code": exchange.procedure_code,
            "requirement_ids": exchange.requirement_ids,
            "evidence_type": exchange.evidence_classification,
            **columns,
        },
    )


def record_alone(exchange: Exchange, event: Event, at: datetime, **columns: Any) -> None:
    """One row in a transaction of its own: an intent that outlives whatever follows."""
    with transaction.atomic():
        record(exchange, event, at, **columns)
