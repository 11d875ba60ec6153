"""What is left to do at the access point, counted for whoever watches it."""

from dataclasses import dataclass
from datetime import datetime

from edelivery.models import InboxMessage, OutboxMessage
from edelivery.models.inbox import InboxState
from edelivery.models.outbox import OutboxState


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """Messages by what has to happen to them next; `due` ones should have been taken up by now."""

    waiting_to_be_sent: int
    due_to_be_sent: int
    being_sent: int
    not_sent: int
    waiting_to_be_delivered: int
    due_to_be_delivered: int
    not_delivered: int


def backlog(now: datetime) -> Backlog:
    sent, received = OutboxMessage.objects, InboxMessage.objects
    waiting = sent.filter(state__in=(OutboxState.READY, OutboxState.WAITING_RETRY))
    return Backlog(
        waiting_to_be_sent=waiting.count(),
        due_to_be_sent=sent.due(now).count(),
        being_sent=sent.filter(state=OutboxState.SENDING).count(),
        not_sent=sent.filter(state=OutboxState.SEND_FAILURE).count(),
        waiting_to_be_delivered=received.filter(state=InboxState.RECEIVED).count(),
        due_to_be_delivered=received.due(now).count(),
        not_delivered=received.filter(state=InboxState.DEAD_LETTER).count(),
    )
