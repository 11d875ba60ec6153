"""Reads a QueryResponse of line 2.0 (TDD 4.5.2)."""

from datetime import datetime

from edm.errors import CorrespondentFault
from edm.messages.agents import PROVIDER, AgentRules, CollectionRules, divide, read_agent
from edm.messages.evidence_response import slots
from edm.messages.evidence_response.message import EvidenceResponse
from edm.messages.evidence_response.package_reader import read_package
from edm.regrep.namespaces import Element, named
from edm.regrep.parsing import parse
from edm.regrep.reading import Slots, required, required_attribute
from edm.regrep.values import read_urn, read_uuid
from edm.vocabulary.lines import spoken_line

PROVIDER_RULES = AgentRules(scheme="R-EDM-RESP-C006")
LEADING_PROVIDER_RULES = AgentRules(scheme="R-EDM-RESP-C006", address="R-EDM-RESP-C047")
REQUESTER_RULES = AgentRules(scheme="R-EDM-RESP-C012")
COLLECTION_RULES = CollectionRules(
    classification=PROVIDER, count="R-EDM-RESP-C046", unclassified="R-EDM-RESP-C010", misclassified="R-EDM-RESP-C011"
)


def read_evidence_response(content: bytes) -> EvidenceResponse:
    """The response as a value; a fault with the rule it breaks where something is missing or wrong."""
    return evidence_response_of(parse(content))


def evidence_response_of(document: Element) -> EvidenceResponse:
    """The same for a document already parsed."""
    if document.tag != named("query:QueryResponse"):
        raise CorrespondentFault("The document is no QueryResponse.", rule="R-EDM-RESP-S001")
    envelope = Slots(document)
    line = spoken_line(envelope.text(slots.SPECIFICATION_IDENTIFIER), rule="R-EDM-RESP-C002")
    leading, intermediaries = divide(envelope.members(slots.EVIDENCE_PROVIDER, "sdg:Agent"), COLLECTION_RULES)
    packages = required(document, "rim:RegistryObjectList", rule="R-EDM-RESP-S007")
    return EvidenceResponse(
        request_id=read_urn(required_attribute(document, "requestId", rule="R-EDM-RESP-S003"), rule="R-EDM-RESP-S004"),
        response_id=read_uuid(envelope.text(slots.EVIDENCE_RESPONSE_IDENTIFIER), rule="R-EDM-RESP-C003"),
        issued_at=envelope.moment(slots.ISSUE_DATE_TIME),
        available_at=_available_at(document, envelope),
        provider=read_agent(leading, LEADING_PROVIDER_RULES),
        intermediaries=tuple(read_agent(agent, PROVIDER_RULES) for agent in intermediaries),
        requester=read_agent(envelope.content(slots.EVIDENCE_REQUESTER, "sdg:Agent"), REQUESTER_RULES),
        packages=tuple(read_package(found) for found in packages.iterfind(named("rim:RegistryObject"))),
        line=line,
    )


def _available_at(document: Element, envelope: Slots) -> datetime | None:
    match required_attribute(document, "status", rule="R-EDM-RESP-S005"):
        case slots.UNAVAILABLE:
            return envelope.moment(slots.RESPONSE_AVAILABLE_DATE_TIME)
        case slots.SUCCESS:
            if envelope.has(slots.RESPONSE_AVAILABLE_DATE_TIME):
                raise CorrespondentFault("An answer of now announces one for later.", rule="R-EDM-RESP-S014")
            return None
    raise CorrespondentFault("The status is neither Success nor Unavailable.", rule="R-EDM-RESP-S006")
