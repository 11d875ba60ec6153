"""Reads a package: which document is the evidence, and what the others are to it (EDM reference 6.4)."""

from edm.errors import CorrespondentFault
from edm.messages.evidence_response import slots
from edm.messages.evidence_response.evidence_reader import read_document, read_supplement
from edm.messages.evidence_response.message import EvidencePackage, Supplement
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import local_type, required
from edm.regrep.values import cleaned
from edm.vocabulary.documents import CLASSIFICATION_SCHEME, MAIN_EVIDENCE, AssociatedDocument

DOCUMENT_CLASSES = {MAIN_EVIDENCE, *AssociatedDocument}


def read_package(package: Element) -> EvidencePackage:
    if local_type(package) != _local(slots.PACKAGE_TYPE):
        raise CorrespondentFault("An object of the list is no package.", rule="R-EDM-RESP-S066")
    objects = required(package, "rim:RegistryObjectList", rule="R-EDM-RESP-S046").findall(named("rim:RegistryObject"))
    associations: dict[str | None, list[Element]] = {}
    classified: list[tuple[str, Element]] = []
    for found in objects:
        if local_type(found) == _local(slots.ASSOCIATION_TYPE):
            associations.setdefault(found.get("sourceObject"), []).append(found)
        else:
            classified.append((_classification(found), found))
    main = [found for node, found in classified if node == MAIN_EVIDENCE]
    if not main:
        raise CorrespondentFault("The package holds no main evidence.", rule="R-EDM-RESP-S047")
    if len(main) > 1:
        raise CorrespondentFault("The package holds more than one main evidence.", rule="CH-4.5.2-c")
    return EvidencePackage(
        main=read_document(main[0]),
        supplements=tuple(
            _associated(AssociatedDocument(node), found, main[0], associations.get(found.get("id"), []))
            for node, found in classified
            if node != MAIN_EVIDENCE
        ),
    )


def _local(prefixed: str) -> str:
    return prefixed.rpartition(":")[2]


def _classification(registry_object: Element) -> str:
    nodes = [
        cleaned(found.get("classificationNode"))
        for found in registry_object.iterfind(named("rim:Classification"))
        if cleaned(found.get("classificationScheme")) == CLASSIFICATION_SCHEME
    ]
    if len(nodes) != 1:
        raise CorrespondentFault("A document does not have one classification of the EDM.", rule="R-EDM-RESP-S048")
    if nodes[0] not in DOCUMENT_CLASSES:
        raise CorrespondentFault("A document is classified as nothing the EDM knows.", rule="R-EDM-RESP-S049")
    return nodes[0]


def _associated(kind: AssociatedDocument, supplement: Element, main: Element, associations: list[Element]) -> Supplement:
    """Identifiers of foreign objects are compared, never built into a search expression."""
    if not associations:
        raise CorrespondentFault("A supplementary document is associated with nothing.", rule="R-EDM-RESP-S050")
    if any(found.get("targetObject") != main.get("id") for found in associations):
        raise CorrespondentFault("An association does not lead to the main evidence.", rule=TARGET_RULES[kind])
    if any(cleaned(found.get("type")) != kind.association_type for found in associations):
        raise CorrespondentFault("An association is of another type than the document it starts from.", rule=TYPE_RULES[kind])
    return read_supplement(supplement, kind)


TARGET_RULES = {
    AssociatedDocument.ANNEX: "R-EDM-RESP-S056",
    AssociatedDocument.HUMAN_READABLE_VERSION: "R-EDM-RESP-S057",
    AssociatedDocument.TRANSLATION: "R-EDM-RESP-S058",
}
TYPE_RULES = {
    AssociatedDocument.ANNEX: "R-EDM-RESP-S059",
    AssociatedDocument.TRANSLATION: "R-EDM-RESP-S060",
    AssociatedDocument.HUMAN_READABLE_VERSION: "R-EDM-RESP-S061",
}
