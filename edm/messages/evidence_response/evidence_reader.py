"""Reads the metadata of one document and where its content is (EDM reference 6.5)."""

from datetime import date

from edm.errors import CorrespondentFault
from edm.messages.agents import AgentRules, read_agent
from edm.messages.evidence_response import slots
from edm.messages.evidence_response.message import Document, Supplement, ValidityPeriod
from edm.messages.person_reader import PersonRules, read_confirmed_subject
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import (
    Slots,
    all_texts,
    localised,
    optional_localised,
    optional_text,
    required,
    required_attribute,
    required_date,
    required_text,
)
from edm.regrep.values import read_uuid
from edm.vocabulary.documents import ATTACHMENT, AssociatedDocument

COMPLETE = "R-EDM-RESP-S062"

AUTHORITY_RULES = AgentRules(scheme="R-EDM-RESP-C038", identity=COMPLETE)
# An answer carries no level of assurance, so those two rules are never broken here.
NATURAL_PERSON_RULES = PersonRules(
    assurance=COMPLETE, level=COMPLETE, scheme="R-EDM-RESP-C030", eidas="R-EDM-RESP-C031", birth="R-EDM-RESP-C032"
)
LEGAL_PERSON_RULES = PersonRules(
    assurance=COMPLETE, level=COMPLETE, scheme="R-EDM-RESP-C036", eidas="R-EDM-RESP-C037", identifier="R-EDM-RESP-C033"
)


def read_document(registry_object: Element) -> Document:
    evidence = Slots(registry_object).content(slots.EVIDENCE_METADATA, "sdg:Evidence")
    conformant = required(evidence, "sdg:IsConformantTo", rule=COMPLETE)
    distribution = required(evidence, "sdg:Distribution", rule=COMPLETE)
    content_id, title = _reference(registry_object)
    return Document(
        identifier=read_uuid(required_text(evidence, "sdg:Identifier", rule=COMPLETE), rule="R-EDM-RESP-C015"),
        content_id=content_id,
        title=title,
        subject=read_confirmed_subject(required(evidence, "sdg:IsAbout", rule=COMPLETE), NATURAL_PERSON_RULES, LEGAL_PERSON_RULES),
        issuing_authority=read_agent(required(evidence, "sdg:IssuingAuthority", rule=COMPLETE), AUTHORITY_RULES),
        classification=required_text(conformant, "sdg:EvidenceTypeClassification", rule="R-EDM-RESP-C017"),
        titles=localised(conformant, "sdg:Title", rule="R-EDM-RESP-C019", language_rule="R-EDM-RESP-C019"),
        descriptions=optional_localised(conformant, "sdg:Description", language_rule="R-EDM-RESP-C021"),
        issuing_date=_date(evidence, "sdg:IssuingDate", "R-EDM-RESP-C016"),
        media_type=required_text(distribution, "sdg:Format", rule="R-EDM-RESP-C058"),
        languages=all_texts(distribution, "sdg:Language"),
        conforms_to=optional_text(distribution, "sdg:ConformsTo"),
        validity=_validity(evidence),
    )


def read_supplement(registry_object: Element, kind: AssociatedDocument) -> Supplement:
    evidence = Slots(registry_object).content(slots.EVIDENCE_METADATA, "sdg:Evidence")
    distribution = required(evidence, "sdg:Distribution")
    content_id, title = _reference(registry_object)
    return Supplement(
        kind=kind,
        identifier=read_uuid(required_text(evidence, "sdg:Identifier", rule="R-EDM-RESP-C015"), rule="R-EDM-RESP-C015"),
        content_id=content_id,
        title=title,
        media_type=required_text(distribution, "sdg:Format", rule="R-EDM-RESP-C058"),
        languages=all_texts(distribution, "sdg:Language"),
    )


def _date(parent: Element, name: str, rule: str) -> date:
    required(parent, name, rule=COMPLETE)
    return required_date(parent, name, rule=rule)


def _validity(evidence: Element) -> ValidityPeriod | None:
    period = evidence.find(named("sdg:ValidityPeriod"))
    if period is None:
        return None
    return ValidityPeriod(
        start=required_date(period, "sdg:StartDate", rule="R-EDM-RESP-C040"),
        end=required_date(period, "sdg:EndDate", rule="R-EDM-RESP-C041"),
    )


def _reference(registry_object: Element) -> tuple[str, str]:
    reference = required(registry_object, "rim:RepositoryItemRef", rule="R-EDM-RESP-S033")
    address = ATTACHMENT.fullmatch(required_attribute(reference, "xlink:href", rule="R-EDM-RESP-S034"))
    if address is None:
        raise CorrespondentFault("A document does not point at an attachment.", rule="R-EDM-RESP-C042")
    return address[1], required_attribute(reference, "xlink:title", rule="R-EDM-RESP-S035")
