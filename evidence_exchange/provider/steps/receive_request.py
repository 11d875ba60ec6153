"""P0: a request is kept and logged, nothing is decided.

Runs inside the transaction that marks the message delivered, so the work itself is only woken.
"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from deployments import service as deployments
from deployments.model import MemberState
from deployments.waking import wake
from edelivery.service import InboundMessage
from edm.errors import CorrespondentFault
from edm.messages.evidence_request.correspondent import read_correspondent
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_request.reader import read_evidence_request
from edm.vocabulary.lines import V2_0
from edm.vocabulary.parties import Authority, ParticipantId
from evidence_exchange import tasks
from evidence_exchange.inbound import announced, body_of, broken_header_rules, conversation_id_of, exchange_id_of
from evidence_exchange.models import Exchange, ReceivedRequest
from evidence_exchange.recording import Event, record
from evidence_exchange.states import ProviderState, Side
from evidence_exchange.subjects import keep_subject
from exchange_log import service as exchange_log

# Whatever a stranger writes, it must not fail to be kept and refused.
LONGEST = 255
MALFORMED_IDS = "R-EDM-ebMS-017, R-EDM-ebMS-037"


def receive_request(inbound: InboundMessage) -> None:
    exchange_id, conversation_id = exchange_id_of(inbound), conversation_id_of(inbound)
    state = deployments.deployment().member_state_of_party(inbound.own_party)
    if exchange_id is None or conversation_id is None or state is None or not state.is_provider:
        _record_unanswerable(inbound)
        return
    request = _readable(body_of(inbound))
    exchange, is_new = _exchange(inbound, state, exchange_id, conversation_id, request)
    received = _received(inbound, exchange, conversation_id, first=is_new)
    timeouts = state.provider_timeouts
    longest = timeouts.first_answer + timeouts.redirection + timeouts.decision
    wipe_due = inbound.received_at + longest * exchange.requirement_count
    subject = request.subject if request else None
    keep_subject(exchange, inbound.message_id, body_of(inbound), subject, wipe_due)
    record(
        exchange,
        Event.REQUEST_RECEIVED,
        inbound.received_at,
        request_id=received.request_id,
        message_id=inbound.message_id,
        specification=announced(inbound),
        body=body_of(inbound),
        subject=subject,
    )
    wake(tasks.process_request, str(received.pk))


def _readable(content: bytes) -> EvidenceRequest | None:
    """The request as far as the log wants it; what is wrong with it is found later."""
    try:
        return read_evidence_request(content)
    except CorrespondentFault:
        return None


def _exchange(
    inbound: InboundMessage, state: MemberState, exchange_id: UUID, conversation_id: UUID, request: EvidenceRequest | None
) -> tuple[Exchange, bool]:
    own, peer = inbound.own_party, inbound.peer_party
    count = len(request.requirements) if request else 1
    return Exchange.objects.get_or_create(
        side=Side.PROVIDER,
        own_party_id=own.value,
        own_party_type=own.type,
        exchange_id=exchange_id,
        defaults={
            "peer_party_id": peer.value,
            "peer_party_type": peer.type,
            "conversation_id": conversation_id,
            "state": ProviderState.RECEIVED,
            "line": V2_0.number,
            "country": state.country,
            "requirement_count": count,
            "first_due": sent_at_of(inbound) + state.provider_timeouts.first_answer * count,
            "opened_at": inbound.received_at,
            "moved_at": inbound.received_at,
            **_authorities(inbound, state, request),
            **_wanted(request),
        },
    )


def _authorities(inbound: InboundMessage, state: MemberState, request: EvidenceRequest | None) -> dict[str, object]:
    requester = request.requester if request else Authority(identifier=inbound.original_sender, names={}, country="")
    provider = provider_of(state, request.provider.identifier if request else None)
    return {
        "requester_id": requester.identifier.value[:LONGEST],
        "requester_scheme": requester.identifier.scheme[:LONGEST],
        "requester_names": dict(requester.names),
        "requester_country": requester.country[:2],
        "provider_id": provider.identifier.value,
        "provider_scheme": provider.identifier.scheme,
        "provider_names": dict(provider.names),
        "provider_country": provider.country,
    }


def _wanted(request: EvidenceRequest | None) -> dict[str, object]:
    if request is None:
        return {}
    return {
        "procedure_code": request.procedure_code[:10],
        "requirement_ids": [requirement.identifier for requirement in request.requirements],
        "requirement_names": dict(request.requirements[0].names),
        "data_service_id": request.evidence_type.data_service_id,
        "evidence_classification": request.evidence_type.classification[:LONGEST],
        "evidence_titles": dict(request.evidence_type.titles),
        "preview_required": request.preview_possible,
    }


def _received(inbound: InboundMessage, exchange: Exchange, conversation_id: UUID, *, first: bool) -> ReceivedRequest:
    received = ReceivedRequest(
        exchange=exchange,
        own_party_id=inbound.own_party.value,
        own_party_type=inbound.own_party.type,
        peer_party_id=inbound.peer_party.value,
        peer_party_type=inbound.peer_party.type,
        round=1 if first else 2,
        request_id=read_correspondent(body_of(inbound)).request_id,
        message_id=inbound.message_id,
        conversation_id=conversation_id,
        specification=announced(inbound),
        broken_header_rules=broken_header_rules(inbound),
        original_sender_id=inbound.original_sender.value,
        original_sender_scheme=inbound.original_sender.scheme,
        final_recipient_id=inbound.final_recipient.value,
        final_recipient_scheme=inbound.final_recipient.scheme,
        sent_at=sent_at_of(inbound),
        received_at=inbound.received_at,
    )
    return _saved_as_original(received)


def _saved_as_original(received: ReceivedRequest) -> ReceivedRequest:
    """Request ids are single use: the unique constraint names the message that used it first (X01)."""
    try:
        with transaction.atomic():
            received.is_original = received.request_id is not None
            received.save()
    except IntegrityError:
        received.is_original = False
        received.save()
    return received


def sent_at_of(inbound: InboundMessage) -> datetime:
    """The ebMS timestamp, from which our clocks count; a peer's clock that runs ahead gains nothing."""
    return min(inbound.sent_at, inbound.received_at)


def provider_of(state: MemberState, wanted: ParticipantId | None) -> Authority:
    """Our authority that is asked; the first one answers what is addressed to none of ours."""
    return next((provider for provider in state.providers if provider.identifier == wanted), state.providers[0])


def _record_unanswerable(inbound: InboundMessage) -> None:
    """P0 to A6 without a row: an answer would break the same rules."""
    exchange_log.record(
        Event.REQUEST_REJECTED,
        at=inbound.received_at,
        side=Side.PROVIDER,
        authority=inbound.final_recipient,
        exchange_id=(inbound.exchange_id or "")[:LONGEST],
        conversation_id=inbound.conversation_id[:LONGEST],
        message_id=inbound.message_id,
        requester=inbound.original_sender,
        provider=inbound.final_recipient,
        error_detail=MALFORMED_IDS,
        body=body_of(inbound),
    )
