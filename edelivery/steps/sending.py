"""Send one message of the outbox: claim, post the stored bytes, judge the answer, settle."""

import logging

from deployments.blobs.base import BlobAltered, BlobMissing
from deployments.clock import Clock
from deployments.rehearsal import boundary
from edelivery.models import OutboxMessage
from edelivery.payloads import payload
from edelivery.policy import SendingPolicy, sending_policy
from edelivery.steps.judging import Judgement, judge, no_answer, not_sendable
from edelivery.steps.settling import settle
from edelivery.transport.base import Transport
from edm.errors import CallerMistake, ServiceUnavailable

log = logging.getLogger(__name__)


def send_message(pk: int, *, transport: Transport, clock: Clock) -> None:
    """One attempt. No transaction is open while the partner is called."""
    policy = sending_policy()
    message = OutboxMessage.objects.claim(pk, now=clock.now(), policy=policy)
    if message is None:
        log.debug("sending_skipped message=%s", pk)
        return
    judgement = _attempt(message, transport, policy, clock)
    settle(message, judgement, policy, now=clock.now())


def _attempt(message: OutboxMessage, transport: Transport, policy: SendingPolicy, clock: Clock) -> Judgement:
    try:
        body = payload(message)
        boundary("sending.before")
        answer = transport.post(message.endpoint, content_type=message.content_type, body=body)
        boundary("sending.after")
    except ServiceUnavailable as fault:
        return no_answer(str(fault))
    except CallerMistake as fault:
        return not_sendable(str(fault))
    except (BlobMissing, BlobAltered):
        return not_sendable("The stored message is gone.")
    return judge(answer, message, policy, now=clock.now())
