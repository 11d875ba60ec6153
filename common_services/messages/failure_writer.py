"""Writes what a directory says when it has no answer (chapters 6.3 and 7)."""

from collections.abc import Iterable
from functools import partial

from common_services.messages.data_service_writer import write_question, write_trimmed_entry
from common_services.messages.envelope import DATA_SERVICE, write_failure
from common_services.messages.failures import QUESTIONS, Occurrence
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child, collection, member, slot_value


def write_failures(occurrences: Iterable[Occurrence]) -> bytes:
    """A failure is signed and sent with status 200 like an answer."""
    return write_failure([partial(_exception, occurrence) for occurrence in occurrences])


def _exception(occurrence: Occurrence, parent: Element) -> None:
    element = child(parent, "rs:Exception")
    attribute(element, "xsi:type", occurrence.type)
    attribute(element, "code", occurrence.code)
    if occurrence.detail:
        attribute(element, "detail", occurrence.detail)
    attribute(element, "message", occurrence.message)
    attribute(element, "severity", occurrence.severity)
    if occurrence.entry is not None:
        write_trimmed_entry(occurrence.entry, slot_value(element, DATA_SERVICE))
    if occurrence.questions:
        cell = collection(element, QUESTIONS)
        for question in occurrence.questions:
            write_question(member(cell), question)
