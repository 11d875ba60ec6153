"""A delivery that failed is tried again, further and further apart, and then becomes a dead letter staff can see."""

from datetime import datetime

from django.db import transaction

from edelivery.models import InboxMessage
from edelivery.policy import reception_policy, sending_policy
from edm.vocabulary.actions import EXECUTE_QUERY_REQUEST
from exchange_log import service as exchange_log
from exchange_log.service import Event, Side


def bury_or_postpone(row: InboxMessage, fault: Exception, *, now: datetime) -> None:
    # The name of the failure and not its sentence, which may quote the message.
    error = type(fault).__name__
    due_at = sending_policy().next_attempt(row.message_id, started_at=row.started_at, now=now)
    if due_at <= row.give_up_at:
        row.postpone(due_at=due_at, error=error)
        return
    with transaction.atomic():
        if row.bury(now=now, wipe_at=now + reception_policy().keep_undelivered, error=error):
            _record(row, error, now)


def _record(row: InboxMessage, error: str, now: datetime) -> None:
    is_request = row.action == EXECUTE_QUERY_REQUEST
    exchange_log.record(
        Event.MESSAGE_UNHANDLED,
        at=now,
        side=Side.PROVIDER if is_request else Side.REQUESTER,
        authority=row.recipient_authority,
        requester=row.sender_authority if is_request else row.recipient_authority,
        provider=row.recipient_authority if is_request else row.sender_authority,
        exchange_id=row.exchange_id,
        conversation_id=row.conversation_id,
        message_id=row.message_id,
        specification=row.specification,
        facts={"failure": error},
    )
