"""What ties a supplementary document to its evidence, looked at from both ends (EDM reference 6.4)."""

from collections.abc import Callable, Iterator

from edm.regrep.namespaces import Element, named
from edm.rules.book import Check, RuleBook
from edm.rules.evidence_response.paths import ASSOCIATION, INNER_LIST
from edm.rules.judgements import has_attribute
from edm.rules.places import place
from edm.vocabulary.documents import CLASSIFICATION_SCHEME, MAIN_EVIDENCE, AssociatedDocument

association_rules = RuleBook("4.6")

LISTS = place(INNER_LIST)
ANNEX, READABLE, TRANSLATION = (AssociatedDocument.ANNEX, AssociatedDocument.HUMAN_READABLE_VERSION, AssociatedDocument.TRANSLATION)


class Objects:
    """The objects of one list. Foreign identifiers are looked up, never built into a path."""

    def __init__(self, registry_objects: Element) -> None:
        self.all = registry_objects.findall(named("rim:RegistryObject"))
        self.associations = [found for found in self.all if found.get(named("xsi:type")) == "rim:AssociationType"]

    def classified(self, node: str, *, scheme: str | None = None) -> set[str]:
        """Identifiers of the objects that call themselves this."""
        return {found.get("id", "") for found in self.all if node in nodes_of(found, scheme)}


def nodes_of(registry_object: Element, scheme: str | None = None) -> set[str]:
    return {
        found.get("classificationNode", "")
        for found in registry_object.iterfind(named("rim:Classification"))
        if scheme is None or found.get("classificationScheme") == scheme
    }


def on_every_list(check: Callable[[Objects], Iterator[str]]) -> Check:
    def look(document: Element) -> Iterator[str]:
        for registry_objects in LISTS(document):
            yield from check(Objects(registry_objects))

    return look


@association_rules.rule("R-EDM-RESP-S050")
@on_every_list
def every_supplement_is_associated(objects: Objects) -> Iterator[str]:
    sources = {association.get("sourceObject") for association in objects.associations}
    for found in objects.all:
        if nodes_of(found) & set(AssociatedDocument) and found.get("id") not in sources:
            yield "A supplementary document is associated with nothing."


association_rules.judge("R-EDM-RESP-S051", place(ASSOCIATION), has_attribute("sourceObject"))
association_rules.judge("R-EDM-RESP-S055", place(ASSOCIATION), has_attribute("targetObject"))


def leads(kind: AssociatedDocument, end: str, node: str) -> Check:
    """An association of this type has at this end an object classified so under the EDM scheme."""

    @on_every_list
    def check(objects: Objects) -> Iterator[str]:
        expected = objects.classified(node, scheme=CLASSIFICATION_SCHEME)
        for association in objects.associations:
            if association.get("type") == kind.association_type and association.get(end) not in expected:
                yield f"The {end} of an association of type {kind} is no {node} of the same list."

    return check


def agrees(kind: AssociatedDocument) -> Check:
    """An association from a document of this kind to the main evidence is of the same kind."""

    @on_every_list
    def check(objects: Objects) -> Iterator[str]:
        sources, targets = objects.classified(kind), objects.classified(MAIN_EVIDENCE)
        for association in objects.associations:
            ends = association.get("sourceObject"), association.get("targetObject")
            if ends[0] in sources and ends[1] in targets and association.get("type") != kind.association_type:
                yield f"An association that starts from a document of kind {kind} is of another type."

    return check


association_rules.rule("R-EDM-RESP-S052")(leads(ANNEX, "sourceObject", ANNEX))
association_rules.rule("R-EDM-RESP-S053")(leads(READABLE, "sourceObject", READABLE))
association_rules.rule("R-EDM-RESP-S054")(leads(TRANSLATION, "sourceObject", TRANSLATION))
association_rules.rule("R-EDM-RESP-S056")(leads(ANNEX, "targetObject", MAIN_EVIDENCE))
association_rules.rule("R-EDM-RESP-S057")(leads(READABLE, "targetObject", MAIN_EVIDENCE))
association_rules.rule("R-EDM-RESP-S058")(leads(TRANSLATION, "targetObject", MAIN_EVIDENCE))
association_rules.rule("R-EDM-RESP-S059")(agrees(ANNEX))
association_rules.rule("R-EDM-RESP-S060")(agrees(TRANSLATION))
association_rules.rule("R-EDM-RESP-S061")(agrees(READABLE))
