"""Writes a package: its documents first, then one association per supplement (EDM reference 6.4, 6.5)."""

from collections.abc import Callable
from uuid import UUID

from edm.messages.agents import write_identity
from edm.messages.evidence_response import slots
from edm.messages.evidence_response.message import Document, EvidencePackage, Supplement
from edm.messages.person_writer import write_confirmed_subject
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child, localised_children, optional_child, slot_value
from edm.vocabulary.documents import CLASSIFICATION_SCHEME, MAIN_EVIDENCE, AssociatedDocument


def write_package(parent: Element, package: EvidencePackage, object_ids: Callable[[], UUID]) -> None:
    objects = child(_registry_object(parent, slots.PACKAGE_TYPE, object_ids()), "rim:RegistryObjectList")
    main_id = object_ids()
    _main_evidence(_registry_object(objects, slots.DOCUMENT_TYPE, main_id), package.main, object_ids)
    supplement_ids = [object_ids() for _ in package.supplements]
    for supplement, supplement_id in zip(package.supplements, supplement_ids, strict=True):
        _supplement(_registry_object(objects, slots.DOCUMENT_TYPE, supplement_id), supplement, object_ids)
    for supplement, supplement_id in zip(package.supplements, supplement_ids, strict=True):
        association = _registry_object(objects, slots.ASSOCIATION_TYPE, object_ids())
        attribute(association, "type", AssociatedDocument(supplement.kind).association_type)
        attribute(association, "sourceObject", supplement_id.urn)
        attribute(association, "targetObject", main_id.urn)


def _registry_object(parent: Element, object_type: str, identifier: UUID) -> Element:
    element = child(parent, "rim:RegistryObject")
    attribute(element, "xsi:type", object_type)
    attribute(element, "id", identifier.urn)
    return element


def _main_evidence(registry_object: Element, document: Document, object_ids: Callable[[], UUID]) -> None:
    evidence = child(slot_value(registry_object, slots.EVIDENCE_METADATA), "sdg:Evidence")
    child(evidence, "sdg:Identifier", str(document.identifier))
    write_confirmed_subject(child(evidence, "sdg:IsAbout"), document.subject)
    write_identity(child(evidence, "sdg:IssuingAuthority"), document.issuing_authority)
    conformant = child(evidence, "sdg:IsConformantTo")
    child(conformant, "sdg:EvidenceTypeClassification", document.classification)
    localised_children(conformant, "sdg:Title", document.titles)
    localised_children(conformant, "sdg:Description", document.descriptions)
    child(evidence, "sdg:IssuingDate", document.issuing_date.isoformat())
    distribution = _distribution(evidence, document.media_type, document.languages)
    optional_child(distribution, "sdg:ConformsTo", document.conforms_to)
    if document.validity is not None:
        period = child(evidence, "sdg:ValidityPeriod")
        child(period, "sdg:StartDate", document.validity.start.isoformat())
        child(period, "sdg:EndDate", document.validity.end.isoformat())
    _classification(registry_object, object_ids(), MAIN_EVIDENCE)
    _reference(registry_object, document.content_id, document.title)


def _supplement(registry_object: Element, supplement: Supplement, object_ids: Callable[[], UUID]) -> None:
    """Identifier and distribution only: everything else is said of the main evidence (R-EDM-RESP-S063)."""
    evidence = child(slot_value(registry_object, slots.EVIDENCE_METADATA), "sdg:Evidence")
    child(evidence, "sdg:Identifier", str(supplement.identifier))
    _distribution(evidence, supplement.media_type, supplement.languages)
    _classification(registry_object, object_ids(), supplement.kind)
    _reference(registry_object, supplement.content_id, supplement.title)


def _distribution(evidence: Element, media_type: str, languages: tuple[str, ...]) -> Element:
    distribution = child(evidence, "sdg:Distribution")
    child(distribution, "sdg:Format", media_type)
    for language in languages:
        child(distribution, "sdg:Language", language)
    return distribution


def _classification(registry_object: Element, identifier: UUID, node: str) -> None:
    classification = child(registry_object, "rim:Classification")
    attribute(classification, "id", identifier.urn)
    attribute(classification, "classificationScheme", CLASSIFICATION_SCHEME)
    attribute(classification, "classificationNode", node)


def _reference(registry_object: Element, content_id: str, title: str) -> None:
    reference = child(registry_object, "rim:RepositoryItemRef")
    attribute(reference, "xlink:href", f"cid:{content_id}")
    attribute(reference, "xlink:title", title)
