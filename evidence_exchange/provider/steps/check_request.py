"""P1: is it ours to answer, in a form we hold, and in time (checks 4 to 6 of edm.md 7.5)."""

from dataclasses import dataclass
from datetime import datetime

from edm.messages.evidence_request.message import EvidenceRequest
from edm.vocabulary.exceptions import FAILED_AUTHENTICATION, OBJECT_NOT_FOUND, TIMEOUT, UNSUPPORTED_CAPABILITY
from edm.vocabulary.semantic_repository import path_of
from evidence_exchange.models import Exchange, ReceivedRequest
from evidence_exchange.provider.evidence.form import Form, choose_form
from evidence_exchange.provider.refusals import Refused
from evidence_exchange.sources.base import RegisterService, RegisterSource
from evidence_exchange.sources.registers import registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be delivered, from which register, in which form."""

    request: EvidenceRequest
    register: RegisterSource
    service: RegisterService
    form: Form


def check_request(exchange: Exchange, received: ReceivedRequest, request: EvidenceRequest, now: datetime) -> Task:
    """Raises Refused: 0004, 0007, 0005 in this order, then what the login was worth."""
    register, service = _service(exchange, request)
    form = choose_form(request.evidence_type, service)
    if form is None:
        raise Refused(UNSUPPORTED_CAPABILITY, "no distribution asked for is held")
    if request.representative is not None or request.representative_legal_person is not None:
        # Gap 7: powers of representation are not checked, so nobody acts for another.
        raise Refused(UNSUPPORTED_CAPABILITY, "representation is not supported")
    if now >= received.first_due:
        raise Refused(TIMEOUT, "T1")
    if not request.subject.level_of_assurance.meets(service.minimum_assurance):
        raise Refused(FAILED_AUTHENTICATION, "level of assurance")
    return Task(request=request, register=register, service=service, form=form)


def _service(exchange: Exchange, request: EvidenceRequest) -> tuple[RegisterSource, RegisterService]:
    wanted = request.evidence_type
    register = registers().of(request.provider.identifier) if request.provider.identifier == exchange.provider.identifier else None
    service = register.service(wanted.data_service_id) if register else None
    # The host of the Semantic Repository is a setting: identifiers are compared by their path.
    if register is None or service is None or path_of(service.classification) != path_of(wanted.classification):
        raise Refused(OBJECT_NOT_FOUND, "evidence type not served")
    if request.procedure_code not in service.procedures:
        raise Refused(OBJECT_NOT_FOUND, "procedure not served")
    return register, service
