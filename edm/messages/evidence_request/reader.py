"""Reads a QueryRequest of line 2.0 (TDD 4.5.1)."""

from uuid import UUID

from edm.errors import CorrespondentFault
from edm.messages.agents import REQUESTER, AgentRules, CollectionRules, divide, read_agent
from edm.messages.evidence_request import slots
from edm.messages.evidence_request.message import EvidenceRequest, Requirement
from edm.messages.evidence_request.query_reader import read_evidence_type, read_provider_classification, read_representatives, read_subject
from edm.regrep.namespaces import Element, named
from edm.regrep.parsing import parse
from edm.regrep.reading import Slots, localised, optional_localised, required, required_attribute, required_text
from edm.regrep.slots import Slot
from edm.regrep.values import read_urn
from edm.vocabulary.lines import spoken_line
from edm.vocabulary.parties import Authority

REQUESTER_RULES = AgentRules(scheme="R-EDM-REQ-C011", language="R-EDM-REQ-C109")
LEADING_REQUESTER_RULES = AgentRules(scheme="R-EDM-REQ-C011", language="R-EDM-REQ-C109", address="R-EDM-REQ-C073")
PROVIDER_RULES = AgentRules(scheme="R-EDM-REQ-C017", language="R-EDM-REQ-C111")
COLLECTION_RULES = CollectionRules(
    classification=REQUESTER, count="R-EDM-REQ-C074", unclassified="R-EDM-REQ-C013", misclassified="R-EDM-REQ-C014"
)


def read_evidence_request(content: bytes) -> EvidenceRequest:
    """The request as a value; a fault with the rule it breaks where a slot is missing or wrong."""
    return evidence_request_of(parse(content))


def evidence_request_of(document: Element) -> EvidenceRequest:
    """The same for a document already parsed."""
    if document.tag != named("query:QueryRequest"):
        raise CorrespondentFault("The document is no QueryRequest.", rule="R-EDM-REQ-S001")
    envelope = Slots(document)
    line = spoken_line(envelope.text(slots.SPECIFICATION_IDENTIFIER), rule="R-EDM-REQ-C001")
    query = Slots(required(document, "query:Query", rule="R-EDM-REQ-S015"))
    requester, intermediaries = read_requester(envelope)
    preview_location, return_location = _locations(envelope)
    representative, representative_legal_person = read_representatives(query)
    return EvidenceRequest(
        request_id=read_request_id(document),
        issued_at=envelope.moment(slots.ISSUE_DATE_TIME),
        procedure_code=envelope.text(slots.PROCEDURE),
        preview_location=preview_location,
        return_location=return_location,
        preview_possible=envelope.boolean(slots.POSSIBILITY_FOR_PREVIEW),
        explicitly_requested=envelope.boolean(slots.EXPLICIT_REQUEST_GIVEN),
        requirements=tuple(_requirement(found) for found in envelope.members(slots.REQUIREMENTS, "sdg:Requirement")),
        requester=requester,
        intermediaries=intermediaries,
        provider=read_agent(envelope.content(slots.EVIDENCE_PROVIDER, "sdg:Agent"), PROVIDER_RULES),
        provider_classifications=tuple(
            read_provider_classification(found)
            for found in envelope.optional_members(slots.EVIDENCE_PROVIDER_CLASSIFICATION, "sdg:EvidenceProviderClassification")
        ),
        subject=read_subject(query),
        representative=representative,
        representative_legal_person=representative_legal_person,
        evidence_type=read_evidence_type(query),
        line=line,
    )


def read_request_id(document: Element) -> UUID:
    return read_urn(required_attribute(document, "id", rule="R-EDM-REQ-S003"), rule="R-EDM-REQ-S004")


def read_requester(envelope: Slots) -> tuple[Authority, tuple[Authority, ...]]:
    """The requesting authority, and the platforms that act for it."""
    leading, intermediaries = divide(envelope.members(slots.EVIDENCE_REQUESTER, "sdg:Agent"), COLLECTION_RULES)
    return read_agent(leading, LEADING_REQUESTER_RULES), tuple(read_agent(agent, REQUESTER_RULES) for agent in intermediaries)


def _locations(envelope: Slots) -> tuple[str | None, str | None]:
    preview_location = _location(envelope, slots.PREVIEW_LOCATION)
    return_location = _location(envelope, slots.RETURN_LOCATION)
    if (preview_location is None) is not (return_location is None):
        raise CorrespondentFault("Of PreviewLocation and ReturnLocation only one is there.", rule="R-EDM-REQ-S062")
    return preview_location, return_location


def _location(envelope: Slots, slot: Slot) -> str | None:
    location = envelope.optional_text(slot)
    if location is not None and not location.startswith("https://"):
        raise CorrespondentFault(f"{slot.name} does not start with https://.", rule=slot.content)
    return location


def _requirement(requirement: Element) -> Requirement:
    return Requirement(
        identifier=required_text(requirement, "sdg:Identifier", rule="R-EDM-REQ-C008"),
        names=localised(requirement, "sdg:Name", rule="R-EDM-REQ-C010", language_rule="R-EDM-REQ-C010"),
        descriptions=optional_localised(requirement, "sdg:Description", language_rule="R-EDM-REQ-C094"),
    )
