"""Reads what a directory says when it has no answer; decides on the code, never on texts or severity (chapter 6.3)."""

from common_services.messages.data_service_reader import read_entry, read_question
from common_services.messages.data_services import DataService, Question
from common_services.messages.envelope import DATA_SERVICE
from common_services.messages.failures import DSD_QUESTION, QUESTIONS, Occurrence
from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import Slots, required_attribute


def read_failures(document: Element) -> tuple[Occurrence, ...]:
    """One exception or, from the Data Service Directory, several."""
    occurrences = tuple(_occurrence(element) for element in document.iterfind(named("rs:Exception")))
    if not occurrences:
        raise CorrespondentFault("A failure holds no exception.", rule="R-EB-ERR-008")
    return occurrences


def _occurrence(element: Element) -> Occurrence:
    code = required_attribute(element, "code", rule="R-EB-ERR-015")
    entry, questions = _asked(element) if code == DSD_QUESTION.code else (None, ())
    return Occurrence(
        code=code,
        type=element.get(named("xsi:type"), ""),
        message=element.get("message", ""),
        severity=element.get("severity", ""),
        detail=element.get("detail", ""),
        entry=entry,
        questions=questions,
    )


def _asked(element: Element) -> tuple[DataService | None, tuple[Question, ...]]:
    """Half of the questions would be worse than none: what cannot be read makes it a plain refusal."""
    slots = Slots(element)
    try:
        entry = read_entry(slots.content(DATA_SERVICE, "sdg:DataServiceEvidenceType"))
        questions = tuple(read_question(found) for found in slots.members(QUESTIONS, "sdg:EvidenceProviderClassification"))
    except CorrespondentFault:
        return None, ()
    return entry, questions
