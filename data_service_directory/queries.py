"""The query of the Data Service Directory and its dialogue (chapter 6)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common_services.messages.data_service_writer import write_data_services
from common_services.messages.failures import (
    DSD_EVIDENCE_TYPE_UNKNOWN,
    DSD_INVALID_QUERY,
    DSD_NONE_FOUND,
    DSD_QUESTION,
    DSD_WRONG_ANSWER,
    Occurrence,
)
from common_services.query_server.refusals import QueryRefused, refuse
from common_services.query_server.server import Parameters
from data_service_directory.entries import entry_value, question_value
from data_service_directory.models import AccessService, DataService, Question
from deployments.service import identifiers
from edm.regrep.values import UUID_PATTERN
from edm.vocabulary.countries import OOTS_COUNTRIES
from edm.vocabulary.semantic_repository import path_of

SPECIFICATION = re.compile(r"oots-edm:v\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry with the access services that are still possible."""

    entry: DataService
    access_services: tuple[AccessService, ...]


def is_answer_name(name: str) -> bool:
    """The answer to a question travels under the question's own identifier."""
    return bool(UUID_PATTERN.fullmatch(name))


def data_services_for_evidence_type(given: Parameters) -> bytes:
    _refuse_wrong_values(given)
    candidates = _candidates(given)
    answers = {name.lower(): value for name, value in given.items() if is_answer_name(name)}
    _refuse_wrong_answers(candidates, answers)
    _ask(candidates, answers)
    left = [(c.entry, services) for c in candidates if (services := _covering(c, answers))]
    if not left:
        raise refuse(DSD_NONE_FOUND, "DS_NOT_FOUND")
    return write_data_services([entry_value(entry, services) for entry, services in left], object_ids=identifiers().uuid)


def _refuse_wrong_values(given: Parameters) -> None:
    if given["country-code"] not in OOTS_COUNTRIES:
        raise refuse(DSD_INVALID_QUERY, "country-code")
    if "specification" in given and not SPECIFICATION.fullmatch(given["specification"]):
        raise refuse(DSD_INVALID_QUERY, "specification")


def _candidates(given: Parameters) -> list[Candidate]:
    """Entries of the evidence type with an access service in the country that speaks the specification."""
    entries = DataService.objects.filter(evidence_type=path_of(given["evidence-type-classification"])).prefetch_related(
        "distributions", "questions", "access_services__publisher__coverages__question"
    )
    if not entries:
        raise refuse(DSD_EVIDENCE_TYPE_UNKNOWN, "evidence-type-classification")
    found = [Candidate(entry, tuple(_speaking(entry, given))) for entry in entries]
    candidates = [candidate for candidate in found if candidate.access_services]
    if not candidates:
        raise refuse(DSD_NONE_FOUND, "DS_NOT_FOUND")
    return candidates


def _speaking(entry: DataService, given: Parameters) -> Iterator[AccessService]:
    for service in entry.access_services.all():
        if service.publisher.country == given["country-code"] and given.get("specification", service.conforms_to[0]) in service.conforms_to:
            yield service


def _refuse_wrong_answers(candidates: Sequence[Candidate], answers: Parameters) -> None:
    asked = {str(question.identifier): question for candidate in candidates for question in candidate.entry.questions.all()}
    for name, value in answers.items():
        if name not in asked:
            raise refuse(DSD_INVALID_QUERY, name)
        if not asked[name].accepts(value):
            raise refuse(DSD_WRONG_ANSWER, name)


def _ask(candidates: Sequence[Candidate], answers: Parameters) -> None:
    """A declared question is always asked, by each entry for itself (chapters 6.1 and 6.4)."""
    asking = [(c.entry, open_questions) for c in candidates if (open_questions := _open(c.entry, answers))]
    if asking:
        raise QueryRefused(*(_question(entry, questions) for entry, questions in asking))


def _open(entry: DataService, answers: Parameters) -> list[Question]:
    return [question for question in entry.questions.all() if str(question.identifier) not in answers]


def _question(entry: DataService, questions: Sequence[Question]) -> Occurrence:
    return Occurrence(
        code=DSD_QUESTION.code,
        type=DSD_QUESTION.type,
        message=DSD_QUESTION.message,
        severity=DSD_QUESTION.severity,
        entry=entry_value(entry, ()),
        questions=tuple(question_value(question) for question in questions),
    )


def _covering(candidate: Candidate, answers: Parameters) -> list[AccessService]:
    asked = {str(question.identifier) for question in candidate.entry.questions.all()}
    wanted = {name: value for name, value in answers.items() if name in asked}
    return [service for service in candidate.access_services if service.publisher.covers(wanted)]
