"""Writes an EvidenceError as the failing QueryResponse of line 2.0 (TDD 4.5.3)."""

from edm.messages.agents import ERROR_PROVIDER, write_agent
from edm.messages.evidence_error import slots
from edm.messages.evidence_error.message import EvidenceError, Occurrence
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child, localised_slot, moment_slot, root, serialise, slot_value, text_slot


def write_evidence_error(error: EvidenceError) -> bytes:
    document = root("query:QueryResponse", ("rim", "query", "sdg", "rs", "xsi"))
    if error.request_id is not None:
        attribute(document, "requestId", error.request_id.urn)
    attribute(document, "status", slots.FAILURE)
    text_slot(document, slots.SPECIFICATION_IDENTIFIER, error.line.specification)
    text_slot(document, slots.EVIDENCE_RESPONSE_IDENTIFIER, str(error.response_id))
    write_agent(slot_value(document, slots.ERROR_PROVIDER), error.error_provider, ERROR_PROVIDER)
    if error.requester is not None:
        write_agent(slot_value(document, slots.EVIDENCE_REQUESTER), error.requester)
    for occurrence in error.exceptions:
        _exception(document, occurrence)
    return serialise(document)


def _exception(document: Element, occurrence: Occurrence) -> None:
    element = child(document, "rs:Exception")
    attribute(element, "xsi:type", occurrence.exception.type)
    attribute(element, "message", occurrence.exception.message)
    attribute(element, "severity", occurrence.severity)
    attribute(element, "code", occurrence.exception.code)
    if occurrence.detail is not None:
        attribute(element, "detail", occurrence.detail)
    moment_slot(element, slots.TIMESTAMP, occurrence.occurred_at)
    if occurrence.preview_location is not None:
        text_slot(element, slots.PREVIEW_LOCATION, occurrence.preview_location)
    if occurrence.preview_descriptions:
        localised_slot(element, slots.PREVIEW_DESCRIPTION, occurrence.preview_descriptions)
