"""Record what one attempt brought, move the message, tell the listeners."""

import logging
from datetime import datetime

from django.db import transaction

from edelivery.models import OutboxMessage, OutboxState, Signal, SignalKind
from edelivery.payloads import wipe_after_commit
from edelivery.policy import SendingPolicy, keep_wire
from edelivery.receivers import receivers
from edelivery.steps.judging import Conclusion, Judgement

log = logging.getLogger(__name__)
FIRST_BYTES = 2000


def settle(message: OutboxMessage, judgement: Judgement, policy: SendingPolicy, *, now: datetime) -> None:
    """The answer is evidence and is kept first, whatever becomes of the rest."""
    _keep(message, judgement, now)
    match judgement.conclusion:
        case Conclusion.ACKNOWLEDGED | Conclusion.WARNING:
            _acknowledge(message, judgement, now)
        case Conclusion.STOP:
            _give_up(message, judgement, now)
        case Conclusion.RETRY:
            _retry(message, judgement, policy, now)


def _keep(message: OutboxMessage, judgement: Judgement, now: datetime) -> None:
    answer = judgement.answer
    body = answer.body if answer else b""
    Signal.objects.create(
        sent_message=message,
        kind=judgement.kind,
        verdict=judgement.verdict,
        at=now,
        attempt=message.attempts,
        http_status=answer.status if answer else None,
        content_type=answer.content_type[:500] if answer else "",
        # Of a proxy's error page the beginning tells enough.
        body=body[:FIRST_BYTES] if judgement.kind == SignalKind.NO_ANSWER else body,
        error_code=judgement.error_code[:20],
        detail=judgement.detail,
    )


def _acknowledge(message: OutboxMessage, judgement: Judgement, now: datetime) -> None:
    wipe_at = now + keep_wire()
    with transaction.atomic():
        if message.acknowledge(OutboxState(judgement.conclusion), now=now, wipe_at=wipe_at, error=judgement.reason):
            receivers.acknowledged(message.message_id, now)
            wipe_after_commit(now, wipe_at)
    log.info("message_acknowledged message=%s attempt=%s", message.message_id, message.attempts)


def _retry(message: OutboxMessage, judgement: Judgement, policy: SendingPolicy, now: datetime) -> None:
    due_at = policy.next_attempt(message.message_id, started_at=message.started_at, now=now)
    if due_at > message.give_up_at:
        _give_up(message, judgement, now)
        return
    message.wait_for_retry(due_at=due_at, error=judgement.reason)
    log.warning("sending_postponed message=%s attempt=%s code=%s", message.message_id, message.attempts, judgement.error_code)


def _give_up(message: OutboxMessage, judgement: Judgement, now: datetime) -> None:
    wipe_at = now + keep_wire()
    with transaction.atomic():
        if message.fail(now=now, wipe_at=wipe_at, error=judgement.reason):
            receivers.undeliverable(message.message_id, judgement.reason, now)
            wipe_after_commit(now, wipe_at)
    log.error("sending_failed message=%s attempt=%s code=%s", message.message_id, message.attempts, judgement.error_code)
