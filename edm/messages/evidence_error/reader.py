"""Reads a failing QueryResponse of line 2.0 (TDD 4.5.3)."""

from uuid import UUID

from edm.errors import CorrespondentFault
from edm.messages.agents import AgentRules, read_agent
from edm.messages.evidence_error import slots
from edm.messages.evidence_error.message import EvidenceError, Occurrence
from edm.regrep.namespaces import Element, named
from edm.regrep.parsing import parse
from edm.regrep.reading import Slots, required_attribute
from edm.regrep.values import cleaned, read_urn, read_uuid
from edm.vocabulary.exceptions import INVALID_REQUEST, Severity, exception_of_code
from edm.vocabulary.lines import spoken_line
from edm.vocabulary.parties import Authority

PROVIDER_RULES = AgentRules(scheme="R-EDM-ERR-C003", language="R-EDM-ERR-C031", address="R-EDM-ERR-C024")
REQUESTER_RULES = AgentRules(scheme="R-EDM-ERR-C009", language="R-EDM-ERR-C029")


def read_evidence_error(content: bytes) -> EvidenceError:
    """The error as a value; a fault with the rule it breaks where something is missing or wrong."""
    return evidence_error_of(parse(content))


def evidence_error_of(document: Element) -> EvidenceError:
    """The same for a document already parsed."""
    if document.tag != named("query:QueryResponse"):
        raise CorrespondentFault("The document is no QueryResponse.", rule="R-EDM-ERR-S001")
    if cleaned(document.get("status")) != slots.FAILURE:
        raise CorrespondentFault("The status is not Failure.", rule="R-EDM-ERR-S006")
    envelope = Slots(document)
    line = spoken_line(envelope.text(slots.SPECIFICATION_IDENTIFIER), rule="R-EDM-ERR-C001")
    exceptions = tuple(_occurrence(found) for found in document.iterfind(named("rs:Exception")))
    if not exceptions:
        raise CorrespondentFault("The error holds no exception.", rule="R-EDM-ERR-S008")
    return EvidenceError(
        request_id=_request_id(document, exceptions),
        response_id=read_uuid(envelope.text(slots.EVIDENCE_RESPONSE_IDENTIFIER), rule="R-EDM-ERR-C002"),
        error_provider=read_agent(envelope.content(slots.ERROR_PROVIDER, "sdg:Agent"), PROVIDER_RULES),
        requester=_requester(envelope),
        exceptions=exceptions,
        line=line,
    )


def _request_id(document: Element, exceptions: tuple[Occurrence, ...]) -> UUID | None:
    if document.get("requestId") is not None:
        return read_urn(cleaned(document.get("requestId")), rule="R-EDM-ERR-S004")
    if all(occurrence.exception is not INVALID_REQUEST for occurrence in exceptions):
        raise CorrespondentFault("Only the error to an unreadable request may leave out which request.", rule="R-EDM-ERR-C025")
    return None


def _requester(envelope: Slots) -> Authority | None:
    if not envelope.has(slots.EVIDENCE_REQUESTER):
        return None
    return read_agent(envelope.content(slots.EVIDENCE_REQUESTER, "sdg:Agent"), REQUESTER_RULES)


def _occurrence(element: Element) -> Occurrence:
    exception = exception_of_code(required_attribute(element, "code", rule="R-EDM-ERR-C026"))
    if exception is None:
        raise CorrespondentFault("The code of the exception is none of the eight.", rule="R-EDM-ERR-C017")
    cells = Slots(element)
    return Occurrence(
        exception=exception,
        occurred_at=cells.moment(slots.TIMESTAMP),
        detail=cleaned(element.get("detail")) or None,
        preview_location=_preview_location(element, cells),
        preview_descriptions=cells.localised(slots.PREVIEW_DESCRIPTION),
    )


def _preview_location(element: Element, cells: Slots) -> str | None:
    """The severity leads to the preview, not the code; with the one there must be the other."""
    location = cells.optional_text(slots.PREVIEW_LOCATION)
    if location is None:
        return None
    if not location.lower().startswith("https://"):
        raise CorrespondentFault("The preview location does not start with https://.", rule="R-EDM-ERR-C019")
    if cleaned(element.get("severity")) != Severity.PREVIEW_REQUIRED:
        raise CorrespondentFault("There is a preview location without the severity that asks for it.", rule="R-EDM-ERR-C022")
    return location
