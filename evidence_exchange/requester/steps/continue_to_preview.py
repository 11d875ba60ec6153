"""Q4 to Q5: the citizen presses continue, the second request leaves, the citizen follows the location."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from deployments.sealing import token_hash
from edelivery import service as edelivery
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_request.writer import write_evidence_request
from evidence_exchange import moves
from evidence_exchange.errors import NotNow
from evidence_exchange.identities import new_message_id
from evidence_exchange.models import Exchange, Redirection, SentRequest
from evidence_exchange.recording import Event, record, record_alone
from evidence_exchange.requester.request import as_message, second_request
from evidence_exchange.states import RequesterState
from evidence_exchange.subjects import wipe_subject


def continue_to_preview(exchange: Exchange, now: datetime) -> str:
    """The location to follow; pressed twice, the same location and one second request."""
    location = _location(exchange)
    if exchange.state == RequesterState.PREVIEW_REQUIRED:
        _send_second_request(exchange, location, now)
        exchange.refresh_from_db()
    if exchange.state != RequesterState.PREVIEW_OPEN:
        raise NotNow("The preview is over.")
    return location


def _location(exchange: Exchange) -> str:
    redirection = Redirection.objects.filter(exchange=exchange, rejected="").first()
    location = redirection.location() if redirection else None
    if location is None:
        raise NotNow("There is no preview to go to.")
    return location


def _send_second_request(exchange: Exchange, location: str, now: datetime) -> None:
    first = exchange.subjects.order_by("pk").first()
    request = first.request() if first else None
    if request is None:
        # The citizen is wiped once the request has left: another press of the button was faster.
        return
    if exchange.second_due is None or now >= exchange.second_due:
        raise NotNow("The time to open the preview is over.")
    token = deployments.identifiers().token()
    state = deployments.deployment().member_state(exchange.country)
    second = second_request(
        request,
        request_id=deployments.identifiers().uuid(),
        now=now,
        preview_location=location,
        return_location=f"{state.origin}/return/{token}",
    )
    sent = SentRequest(exchange=exchange, round=2, request_id=second.request_id, message_id=new_message_id(state), issued_at=now)
    record_alone(exchange, Event.REQUEST_INTENT, now, request_id=sent.request_id, message_id=sent.message_id)
    _submit(exchange, sent, second, token_hash(token), now)


@transaction.atomic
def _submit(exchange: Exchange, sent: SentRequest, second: EvidenceRequest, return_hash: str, now: datetime) -> None:
    timeouts = deployments.deployment().member_state(exchange.country).requester_timeouts
    if not exchange.move(moves.CONTINUE, now, third_due=now + timeouts.decision * exchange.requirement_count):
        return
    content = write_evidence_request(second)
    sent.save()
    Redirection.objects.filter(exchange=exchange).update(return_hash=return_hash)
    edelivery.submit(as_message(exchange, sent, content))
    wipe_subject(exchange)
    record(
        exchange,
        Event.SECOND_REQUEST_SENT,
        now,
        request_id=sent.request_id,
        message_id=sent.message_id,
        specification=exchange.specification,
        body=content,
        subject=second.subject,
    )
    record(exchange, Event.USER_REDIRECTED, now, request_id=sent.request_id)
