"""Writes an EvidenceRequest as the QueryRequest of line 2.0 (TDD 4.5.1)."""

from edm.messages.agents import INTERMEDIARY, REQUESTER, write_agent
from edm.messages.evidence_request import slots
from edm.messages.evidence_request.message import EvidenceRequest, ProviderClassification, RequestedEvidenceType, Requirement
from edm.messages.person_writer import write_legal_person, write_natural_person
from edm.messages.persons import LegalPerson, NaturalPerson
from edm.regrep.namespaces import Element
from edm.regrep.writing import (
    attribute,
    boolean_slot,
    child,
    collection,
    localised_children,
    member,
    moment_slot,
    optional_child,
    root,
    serialise,
    slot_value,
    text_slot,
)


def write_evidence_request(request: EvidenceRequest) -> bytes:
    document = root("query:QueryRequest", ("query", "rim", "sdg", "xsi"))
    attribute(document, "id", request.request_id.urn)  # R-EDM-REQ-S004
    text_slot(document, slots.SPECIFICATION_IDENTIFIER, request.line.specification)
    moment_slot(document, slots.ISSUE_DATE_TIME, request.issued_at)
    text_slot(document, slots.PROCEDURE, request.procedure_code)
    if request.preview_location is not None:
        text_slot(document, slots.PREVIEW_LOCATION, request.preview_location)
    if request.return_location is not None:
        text_slot(document, slots.RETURN_LOCATION, request.return_location)
    boolean_slot(document, slots.POSSIBILITY_FOR_PREVIEW, request.preview_possible)
    boolean_slot(document, slots.EXPLICIT_REQUEST_GIVEN, request.explicitly_requested)
    _requirements(document, request.requirements)
    _requester(document, request)
    write_agent(slot_value(document, slots.EVIDENCE_PROVIDER), request.provider)
    _provider_classifications(document, request.provider_classifications)
    attribute(child(document, "query:ResponseOption"), "returnType", "LeafClassWithRepositoryItem")
    _query(document, request)
    return serialise(document)


def _requirements(document: Element, requirements: tuple[Requirement, ...]) -> None:
    members = collection(document, slots.REQUIREMENTS)
    for requirement in requirements:
        element = child(member(members), "sdg:Requirement")
        child(element, "sdg:Identifier", requirement.identifier)
        localised_children(element, "sdg:Name", requirement.names)
        localised_children(element, "sdg:Description", requirement.descriptions)


def _requester(document: Element, request: EvidenceRequest) -> None:
    members = collection(document, slots.EVIDENCE_REQUESTER)
    write_agent(member(members), request.requester, REQUESTER)
    for intermediary in request.intermediaries:
        write_agent(member(members), intermediary, INTERMEDIARY)


def _provider_classifications(document: Element, classifications: tuple[ProviderClassification, ...]) -> None:
    if not classifications:
        return
    members = collection(document, slots.EVIDENCE_PROVIDER_CLASSIFICATION)
    for classification in classifications:
        element = child(member(members), "sdg:EvidenceProviderClassification")
        identifier = child(element, "sdg:Identifier", str(classification.identifier))
        if classification.scheme is not None:
            attribute(identifier, "schemeID", classification.scheme)
        child(element, "sdg:Type", classification.type)
        optional_child(element, "sdg:ValueExpression", classification.value_expression)
        localised_children(element, "sdg:Description", classification.descriptions)
        _supported_value(child(element, "sdg:SupportedValue"), classification.value)


def _supported_value(parent: Element, value: str | bool) -> None:
    if isinstance(value, bool):
        child(parent, "sdg:BooleanValue", "true" if value else "false")
    else:
        child(parent, "sdg:StringValue", value)


def _query(document: Element, request: EvidenceRequest) -> None:
    query = child(document, "query:Query")
    attribute(query, "queryDefinition", "DocumentQuery")
    match request.subject:
        case NaturalPerson():
            write_natural_person(slot_value(query, slots.NATURAL_PERSON), request.subject)
        case LegalPerson():
            write_legal_person(slot_value(query, slots.LEGAL_PERSON), request.subject)
    if request.representative is not None:
        write_natural_person(slot_value(query, slots.AUTHORIZED_REPRESENTATIVE), request.representative)
    if request.representative_legal_person is not None:
        write_legal_person(slot_value(query, slots.AUTHORIZED_REPRESENTATIVE_LEGAL_PERSON), request.representative_legal_person)
    _evidence_type(slot_value(query, slots.EVIDENCE_REQUEST), request.evidence_type)


def _evidence_type(parent: Element, evidence_type: RequestedEvidenceType) -> None:
    element = child(parent, "sdg:DataServiceEvidenceType")
    child(element, "sdg:Identifier", str(evidence_type.data_service_id))
    child(element, "sdg:EvidenceTypeClassification", evidence_type.classification)
    localised_children(element, "sdg:Title", evidence_type.titles)
    localised_children(element, "sdg:Description", evidence_type.descriptions)
    for distribution in evidence_type.distributions:
        wanted = child(element, "sdg:DistributedAs")
        child(wanted, "sdg:Format", distribution.media_type)
        for language in distribution.languages:
            child(wanted, "sdg:Language", language)
        optional_child(wanted, "sdg:ConformsTo", distribution.conforms_to)
        for kind in distribution.associated:
            child(wanted, "sdg:AssociatedDocumentRequest", kind)
