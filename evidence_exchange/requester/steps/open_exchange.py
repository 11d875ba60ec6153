"""Q0 to Q1, or to E9 where nothing can be sent: the explicit request becomes an exchange."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from deployments import service as deployments
from deployments.model import MemberState
from deployments.waking import wake
from edelivery import service as edelivery
from edm.errors import WrongConfiguration
from edm.messages.evidence_request.writer import write_evidence_request
from edm.vocabulary.lines import SPOKEN_LINES, EdmLine
from evidence_exchange import tasks
from evidence_exchange.identities import new_message_id
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.request import first_request
from evidence_exchange.states import RequesterState, Side
from evidence_exchange.subjects import keep_subject
from evidence_exchange.wish import Wish

NO_COMMON_LINE = "no_common_line"
ASSURANCE_TOO_LOW = "assurance_too_low"
UNKNOWN_ACCESS_POINT = "unknown_access_point"


def open_exchange(wish: Wish, now: datetime) -> UUID:
    """The ExchangeId of the one exchange of this wish."""
    return _opened_before(wish) or _open(wish, now)


def _opened_before(wish: Wish) -> UUID | None:
    return Exchange.objects.asked().filter(wish_key=wish.key).values_list("exchange_id", flat=True).first()


def _open(wish: Wish, now: datetime) -> UUID:
    state = deployments.deployment().member_state(wish.country)
    line = _common_line(wish, state)
    refusal = _reason_to_refuse(wish, line)
    try:
        with transaction.atomic():
            exchange = _exchange(wish, state, line, now)
            if refusal or line is None:
                _reject(exchange, wish, refusal, now)
            else:
                _prepare(exchange, wish, state, line, now)
    except IntegrityError:
        # Two presses of the same button: the unique key named the other one the winner.
        found = _opened_before(wish)
        if found is None:
            raise
        return found
    return exchange.exchange_id


def _exchange(wish: Wish, state: MemberState, line: EdmLine | None, now: datetime) -> Exchange:
    if state.requester is None:
        raise WrongConfiguration(f"{state.country} asks for no evidence in this deployment.")
    provider = wish.access_service.publisher
    own, peer = state.access_point.party, wish.access_service.party
    return Exchange.objects.create(
        side=Side.REQUESTER,
        own_party_id=own.value,
        own_party_type=own.type,
        peer_party_id=peer.value,
        peer_party_type=peer.type,
        exchange_id=deployments.identifiers().uuid(),
        conversation_id=wish.conversation_id,
        wish_key=wish.key,
        reference=wish.reference,
        state=RequesterState.REQUESTED,
        line=line.number if line else "",
        country=wish.country,
        requester_id=state.requester.identifier.value,
        requester_scheme=state.requester.identifier.scheme,
        requester_names=dict(state.requester.names),
        requester_country=state.country,
        provider_id=provider.identifier.value,
        provider_scheme=provider.identifier.scheme,
        provider_names=dict(provider.names),
        provider_country=provider.country,
        procedure_code=wish.procedure_code,
        requirement_ids=[wish.requirement.identifier],
        requirement_names=dict(wish.requirement.names),
        data_service_id=wish.data_service.identifier,
        evidence_classification=wish.data_service.classification,
        evidence_titles=dict(wish.data_service.titles),
        text_version=wish.explicit_text_version,
        text_language=wish.language,
        first_due=now + state.requester_timeouts.first_answer,
        opened_at=now,
        moved_at=now,
    )


def _prepare(exchange: Exchange, wish: Wish, state: MemberState, line: EdmLine, now: datetime) -> None:
    request_id = deployments.identifiers().uuid()
    request = first_request(wish, line=line, requester=exchange.requester, request_id=request_id, now=now)
    message_id = new_message_id(state)
    SentRequest.objects.create(exchange=exchange, round=1, request_id=request_id, message_id=message_id, issued_at=now)
    longest = state.requester_timeouts.first_answer + state.requester_timeouts.redirection
    keep_subject(exchange, message_id, write_evidence_request(request), wish.subject, now + longest * exchange.requirement_count)
    _record_wish(exchange, wish)
    wake(tasks.send_request, str(exchange.pk))


def _reject(exchange: Exchange, wish: Wish, refusal: str, now: datetime) -> None:
    exchange.state = RequesterState.REJECTED_LOCALLY
    exchange.error_detail = refusal
    exchange.first_due = None
    exchange.settled_at = now
    exchange.save()
    _record_wish(exchange, wish)
    record(exchange, Event.REQUEST_REFUSED_LOCALLY, now, error_detail=refusal)


def _record_wish(exchange: Exchange, wish: Wish) -> None:
    record(
        exchange,
        Event.EXPLICIT_REQUEST_RECORDED,
        wish.confirmed_at,
        subject=wish.subject,
        text_version=wish.explicit_text_version,
        language=wish.language,
        facts={"level_of_assurance": wish.subject.level_of_assurance, "data_service": str(wish.data_service.identifier)},
    )


def _common_line(wish: Wish, state: MemberState) -> EdmLine | None:
    """The best line both sides speak; the newest first, for no chapter ranks them."""
    announced = wish.access_service.conforms_to
    return next((line for line in SPOKEN_LINES if line.number in state.edm_lines and line.specification in announced), None)


def _reason_to_refuse(wish: Wish, line: EdmLine | None) -> str:
    demanded = wish.data_service.level_of_assurance
    if line is None:
        return NO_COMMON_LINE
    if demanded is not None and not wish.subject.level_of_assurance.meets(demanded):
        return ASSURANCE_TOO_LOW
    if not edelivery.is_known_party(wish.access_service.party):
        return UNKNOWN_ACCESS_POINT
    return ""
