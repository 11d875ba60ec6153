"""The answers of a provider as messages: error, empty list, later, evidence."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deployments import service as deployments
from edelivery.service import Part
from edm.messages.evidence_error.message import EvidenceError, Occurrence
from edm.messages.evidence_error.writer import write_evidence_error
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_response.message import EvidencePackage, EvidenceResponse
from edm.messages.evidence_response.writer import write_evidence_response
from edm.vocabulary.actions import EXCEPTION_RESPONSE, EXECUTE_QUERY_RESPONSE
from edm.vocabulary.parties import Authority
from evidence_exchange.documents import documents_of
from evidence_exchange.models import Exchange
from evidence_exchange.recording import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What leaves: the body, the attachments, and how the log calls it."""

    response_id: UUID
    action: str
    body: bytes
    attachments: tuple[Part, ...] = ()
    event: Event = Event.RESPONSE_SENT
    error_code: str = ""
    error_detail: str = ""
    evidence_ids: tuple[UUID, ...] = ()


def error_answer(
    exchange: Exchange, response_id: UUID, occurrence: Occurrence, *, request_id: UUID | None, requester: Authority | None
) -> Answer:
    error = EvidenceError(
        response_id=response_id,
        error_provider=exchange.provider,
        exceptions=(occurrence,),
        request_id=request_id,
        requester=requester,
        line=exchange.edm_line,
    )
    return Answer(
        response_id=response_id,
        action=EXCEPTION_RESPONSE,
        body=write_evidence_error(error),
        event=Event.ERROR_SENT,
        error_code=occurrence.exception.code,
        error_detail=occurrence.detail or "",
    )


def response_answer(
    request: EvidenceRequest,
    response_id: UUID,
    provider: Authority,
    now: datetime,
    *,
    packages: tuple[EvidencePackage, ...] = (),
    attachments: tuple[Part, ...] = (),
    available_at: datetime | None = None,
) -> Answer:
    response = EvidenceResponse(
        request_id=request.request_id,
        response_id=response_id,
        issued_at=now,
        provider=provider,
        requester=request.requester,
        packages=packages,
        available_at=available_at,
        line=request.line,
    )
    return Answer(
        response_id=response_id,
        action=EXECUTE_QUERY_RESPONSE,
        body=write_evidence_response(response, object_ids=deployments.identifiers().uuid),
        attachments=attachments,
        evidence_ids=tuple(document.identifier for document in documents_of(packages)),
    )
