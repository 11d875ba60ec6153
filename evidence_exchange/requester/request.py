"""The first and the second request, from the wish and from the first one."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from common_services.messages.data_services import DataService, Distribution
from deployments import service as deployments
from edelivery.service import OutboundMessage, Part
from edm.messages.evidence_request.message import (
    EvidenceRequest,
    RequestedDistribution,
    RequestedEvidenceType,
    Requirement,
)
from edm.vocabulary.actions import EXECUTE_QUERY_REQUEST
from edm.vocabulary.documents import AssociatedDocument
from edm.vocabulary.lines import EdmLine
from edm.vocabulary.media_types import PDF, REGREP_XML, STRUCTURED
from edm.vocabulary.parties import Authority
from evidence_exchange.identities import new_content_id
from evidence_exchange.models import Exchange, SentRequest
from evidence_exchange.wish import Wish


def first_request(wish: Wish, *, line: EdmLine, requester: Authority, request_id: UUID, now: datetime) -> EvidenceRequest:
    """R1: previewed, explicitly asked for, in the forms the data service announces."""
    return EvidenceRequest(
        request_id=request_id,
        issued_at=now,
        procedure_code=wish.procedure_code,
        preview_possible=True,
        explicitly_requested=True,
        requirements=(_requirement(wish),),
        requester=requester,
        provider=wish.access_service.publisher,
        subject=wish.subject,
        evidence_type=_evidence_type(wish.data_service, wish.languages),
        line=line,
    )


def second_request(
    first: EvidenceRequest, *, request_id: UUID, now: datetime, preview_location: str, return_location: str
) -> EvidenceRequest:
    """R2: everything of R1 but the id and the time, and both locations (exchange-flow 4.3)."""
    return replace(first, request_id=request_id, issued_at=now, preview_location=preview_location, return_location=return_location)


def as_message(exchange: Exchange, sent: SentRequest, content: bytes) -> OutboundMessage:
    """The request in its envelope; the provider is the final recipient (edm.md 8.1)."""
    state = deployments.deployment().member_state(exchange.country)
    return OutboundMessage(
        message_id=sent.message_id,
        own_party=exchange.own_party,
        peer_party=exchange.peer_party,
        action=EXECUTE_QUERY_REQUEST,
        conversation_id=exchange.conversation_id,
        exchange_id=exchange.exchange_id,
        specification=exchange.specification,
        original_sender=exchange.requester.identifier,
        final_recipient=exchange.provider.identifier,
        parts=(Part(new_content_id(state), REGREP_XML, content),),
    )


def _requirement(wish: Wish) -> Requirement:
    asked = wish.requirement
    return Requirement(identifier=asked.identifier, names=asked.names, descriptions=asked.descriptions)


def _evidence_type(service: DataService, languages: tuple[str, ...]) -> RequestedEvidenceType:
    return RequestedEvidenceType(
        data_service_id=service.identifier,
        classification=service.classification,
        titles=service.titles,
        descriptions=service.descriptions,
        distributions=_distributions(service.distributions, languages),
    )


def _distributions(announced: tuple[Distribution, ...], languages: tuple[str, ...]) -> tuple[RequestedDistribution, ...]:
    """Structured first, with a version for human eyes and a PDF to fall back on (edm.md 5)."""
    structured = [d for d in announced if d.media_type in STRUCTURED]
    plain = [d for d in announced if d.media_type not in STRUCTURED]
    wanted = [_structured(d, languages) for d in structured] + [_plain(d, languages) for d in plain]
    if structured and not any(d.media_type == PDF for d in plain):
        wanted.append(RequestedDistribution(media_type=PDF, languages=_wanted(structured[0], languages)))
    return tuple(wanted)


def _structured(distribution: Distribution, languages: tuple[str, ...]) -> RequestedDistribution:
    return RequestedDistribution(
        media_type=distribution.media_type,
        languages=_wanted(distribution, languages),
        conforms_to=distribution.conforms_to,
        associated=(AssociatedDocument.HUMAN_READABLE_VERSION,),
    )


def _plain(distribution: Distribution, languages: tuple[str, ...]) -> RequestedDistribution:
    return RequestedDistribution(media_type=distribution.media_type, languages=_wanted(distribution, languages))


def _wanted(distribution: Distribution, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The citizen's languages that are announced; all of theirs when none is, for the provider to do its best."""
    preferred = tuple(dict.fromkeys(language.upper() for language in languages))
    return tuple(language for language in preferred if language in distribution.languages) or preferred
