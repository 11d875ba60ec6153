"""From a verified body to the value it holds, or to the reason why it holds none."""

from collections.abc import Callable
from functools import lru_cache

from common_services.lookups import Failure
from common_services.messages.broker_reader import read_requirement_options, read_requirements
from common_services.messages.data_service_reader import read_data_services
from common_services.messages.data_services import DataService
from common_services.messages.envelope import is_success, read_envelope
from common_services.messages.evidence_types import RequirementOptions
from common_services.messages.failure_reader import read_failures
from common_services.messages.failures import FailureKind, Occurrence
from common_services.messages.requirements import Requirement
from common_services.queries import QueryId
from edm.regrep.namespaces import Element

Answer = tuple[Requirement, ...] | RequirementOptions | tuple[DataService, ...]
READERS: dict[QueryId, Callable[[Element], Answer]] = {
    QueryId.REQUIREMENTS: read_requirements,
    QueryId.EVIDENCE_TYPES: read_requirement_options,
    QueryId.DATA_SERVICES: read_data_services,
}
# Which refusals say something about the question, and not about the directory (end of chapter 7).
KINDS: dict[tuple[QueryId, str], FailureKind] = {
    (QueryId.REQUIREMENTS, "EB:ERR:0001"): FailureKind.UNKNOWN_PROCEDURE,
    (QueryId.REQUIREMENTS, "EB:ERR:0005"): FailureKind.UNKNOWN_PROCEDURE,
    (QueryId.REQUIREMENTS, "EB:ERR:0006"): FailureKind.UNKNOWN_PROCEDURE,
    (QueryId.EVIDENCE_TYPES, "EB:ERR:0001"): FailureKind.NO_EVIDENCE_TYPE,
    (QueryId.EVIDENCE_TYPES, "EB:ERR:0002"): FailureKind.NO_EVIDENCE_TYPE,
    (QueryId.DATA_SERVICES, "DSD:ERR:0001"): FailureKind.NO_PROVIDER,
    (QueryId.DATA_SERVICES, "DSD:ERR:0002"): FailureKind.NO_PROVIDER,
    (QueryId.DATA_SERVICES, "DSD:ERR:0005"): FailureKind.QUESTION,
}


@lru_cache(maxsize=256)
def read_answer(query_id: QueryId, body: bytes) -> Answer | Failure:
    """The value the query's chapter promises, or a Failure; CorrespondentFault when it is neither.

    Bodies are verified before and values are frozen, so equal bytes are read once per process.
    """
    document = read_envelope(body)
    if is_success(document):
        return READERS[query_id](document)
    return _failure(query_id, read_failures(document))


def _failure(query_id: QueryId, occurrences: tuple[Occurrence, ...]) -> Failure:
    first = occurrences[0]
    questions = tuple(question for occurrence in occurrences for question in occurrence.questions)
    kind = KINDS.get((query_id, first.code), FailureKind.UNWELL)
    if kind is FailureKind.QUESTION and not all(occurrence.questions for occurrence in occurrences):
        kind, questions = FailureKind.UNWELL, ()
    return Failure(kind=kind, code=first.code, text=first.message, questions=questions)
