"""H: the second request arrives and waits for the decision, or finds it taken (exchange-flow 4.7)."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from deployments.sealing import token_hash
from deployments.waking import wake
from edm.messages.evidence_request.message import EvidenceRequest
from edm.vocabulary.exceptions import TIMEOUT
from evidence_exchange import tasks
from evidence_exchange.models import Exchange, Preview, ReceivedRequest
from evidence_exchange.models.requests import ReceivedState
from evidence_exchange.provider.refusals import Refused, Superseded, invalid
from evidence_exchange.states import ProviderState
from evidence_exchange.subjects import is_same_person

FOREIGN = "not a second request of this exchange"


@transaction.atomic
def hold_second_request(exchange: Exchange, received: ReceivedRequest, request: EvidenceRequest, now: datetime) -> None:
    """Under the row lock of the preview, like the decision: whoever comes second triggers the one answer."""
    preview = Preview.objects.select_for_update().filter(exchange=exchange).first()
    exchange.refresh_from_db()
    if not _belongs(exchange, received, request, preview):
        raise invalid(FOREIGN)
    if preview is None or preview.second_request_id is not None:
        # Without echo: a location that was answered is nobody's business any more.
        raise invalid(FOREIGN)
    if exchange.state == ProviderState.EXPIRED or exchange.second_due is None or now >= exchange.second_due:
        raise Refused(TIMEOUT, "T2")
    if exchange.is_settled:
        raise invalid(FOREIGN)
    if not received.settle((ReceivedState.RECEIVED,), ReceivedState.HELD):
        raise Superseded("held")
    _hold(exchange, preview, received, request, now)


def _belongs(exchange: Exchange, received: ReceivedRequest, request: EvidenceRequest, preview: Preview | None) -> bool:
    """Everything but id, time and locations repeats the first request (exchange-flow 4.3)."""
    return (
        preview is not None
        and preview.location_hash == token_hash(request.preview_location or "")
        and received.peer_party == exchange.peer_party
        and received.conversation_id == exchange.conversation_id
        and request.requester.identifier == exchange.requester.identifier
        and request.evidence_type.data_service_id == exchange.data_service_id
        and is_same_person(exchange, request.subject) is True
    )


def _hold(exchange: Exchange, preview: Preview, received: ReceivedRequest, request: EvidenceRequest, now: datetime) -> None:
    timeouts = deployments.deployment().member_state(exchange.country).provider_timeouts
    third_due = received.sent_at + timeouts.decision * exchange.requirement_count
    Exchange.objects.filter(pk=exchange.pk).update(third_due=third_due)
    preview.second_request = received
    preview.held_at = now
    preview.seal_return(request.return_location or "")
    preview.save(update_fields=["second_request", "held_at", "sealed_return"])
    if preview.decided_at is not None:
        wake(tasks.answer_decision, str(preview.pk))
