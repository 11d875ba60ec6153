"""Reads what a QueryRequest asks, and about whom: the slots of query:Query (EDM reference 3.4, 4, 5)."""

from edm.errors import CorrespondentFault
from edm.messages.evidence_request import slots
from edm.messages.evidence_request.message import ProviderClassification, RequestedDistribution, RequestedEvidenceType
from edm.messages.person_reader import PersonRules, read_legal_person, read_natural_person
from edm.messages.persons import LegalPerson, NaturalPerson, Subject
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import Slots, all_texts, localised, optional_localised, optional_text, required, required_text
from edm.regrep.values import cleaned, read_boolean, read_uuid

NATURAL_PERSON_RULES = PersonRules(
    assurance="R-EDM-REQ-C036",
    level="R-EDM-REQ-C037",
    scheme="R-EDM-REQ-C041",
    eidas="R-EDM-REQ-C042",
    birth="R-EDM-REQ-C043",
)
LEGAL_PERSON_RULES = PersonRules(
    assurance="R-EDM-REQ-C047",
    level="R-EDM-REQ-C048",
    identifier="R-EDM-REQ-C049",
    scheme="R-EDM-REQ-C052",
    eidas="R-EDM-REQ-C053",
    other_scheme="R-EDM-REQ-C054",
)
REPRESENTATIVE_RULES = PersonRules(
    assurance="R-EDM-REQ-C058",
    level="R-EDM-REQ-C059",
    scheme="R-EDM-REQ-C062",
    eidas="R-EDM-REQ-C063",
    birth="R-EDM-REQ-C064",
)
REPRESENTATIVE_LEGAL_PERSON_RULES = PersonRules(
    assurance="R-EDM-REQ-C082",
    level="R-EDM-REQ-C083",
    identifier="R-EDM-REQ-C084",
    scheme="R-EDM-REQ-C086",
    eidas="R-EDM-REQ-C087",
    other_scheme="R-EDM-REQ-C088",
)


def read_subject(query: Slots) -> Subject:
    if query.has(slots.NATURAL_PERSON) is query.has(slots.LEGAL_PERSON):
        raise CorrespondentFault("The request must name one natural or one legal person.", rule="R-EDM-REQ-S016")
    if query.has(slots.NATURAL_PERSON):
        return read_natural_person(query.content(slots.NATURAL_PERSON, "sdg:Person"), NATURAL_PERSON_RULES)
    return read_legal_person(query.content(slots.LEGAL_PERSON, "sdg:LegalPerson"), LEGAL_PERSON_RULES)


def read_representatives(query: Slots) -> tuple[NaturalPerson | None, LegalPerson | None]:
    natural = legal = None
    if query.has(slots.AUTHORIZED_REPRESENTATIVE):
        natural = read_natural_person(query.content(slots.AUTHORIZED_REPRESENTATIVE, "sdg:Person"), REPRESENTATIVE_RULES)
    if query.has(slots.AUTHORIZED_REPRESENTATIVE_LEGAL_PERSON):
        person = query.content(slots.AUTHORIZED_REPRESENTATIVE_LEGAL_PERSON, "sdg:LegalPerson")
        legal = read_legal_person(person, REPRESENTATIVE_LEGAL_PERSON_RULES)
    return natural, legal


def read_evidence_type(query: Slots) -> RequestedEvidenceType:
    element = query.content(slots.EVIDENCE_REQUEST, "sdg:DataServiceEvidenceType")
    distributions = tuple(_distribution(found) for found in element.iterfind(named("sdg:DistributedAs")))
    if not distributions:
        raise CorrespondentFault("The request names no distribution.", rule="R-EDM-REQ-C032")
    return RequestedEvidenceType(
        data_service_id=read_uuid(required_text(element, "sdg:Identifier", rule="R-EDM-REQ-C106"), rule="R-EDM-REQ-C026"),
        classification=required_text(element, "sdg:EvidenceTypeClassification", rule="R-EDM-REQ-C027"),
        titles=localised(element, "sdg:Title", rule="R-EDM-REQ-C029", language_rule="R-EDM-REQ-C029"),
        descriptions=optional_localised(element, "sdg:Description", language_rule="R-EDM-REQ-C031"),
        distributions=distributions,
    )


def _distribution(element: Element) -> RequestedDistribution:
    return RequestedDistribution(
        media_type=required_text(element, "sdg:Format", rule="R-EDM-REQ-C033"),
        languages=all_texts(element, "sdg:Language"),
        conforms_to=optional_text(element, "sdg:ConformsTo"),
        associated=all_texts(element, "sdg:AssociatedDocumentRequest"),
    )


def read_provider_classification(element: Element) -> ProviderClassification:
    identifier = required(element, "sdg:Identifier", rule="R-EDM-REQ-C019")
    return ProviderClassification(
        identifier=read_uuid(cleaned(identifier.text), rule="R-EDM-REQ-C019"),
        scheme=cleaned(identifier.get("schemeID")) or None,
        type=required_text(element, "sdg:Type", rule="R-EDM-REQ-C020"),
        value_expression=optional_text(element, "sdg:ValueExpression"),
        descriptions=optional_localised(element, "sdg:Description", language_rule="R-EDM-REQ-C022"),
        value=_supported_value(required(element, "sdg:SupportedValue", rule="R-EDM-REQ-C102")),
    )


def _supported_value(element: Element) -> str | bool:
    boolean = optional_text(element, "sdg:BooleanValue")
    if boolean is not None:
        return read_boolean(boolean, rule="R-EDM-REQ-C104")
    return required_text(element, "sdg:StringValue", rule="R-EDM-REQ-C103")
