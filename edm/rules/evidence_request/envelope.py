"""The request as a whole: its root, which slots it has and how many of each."""

from collections.abc import Iterator

from edm.regrep.namespaces import QUERY as QUERY_NAMESPACE
from edm.regrep.namespaces import Element
from edm.regrep.slots import COLLECTION_SET
from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import QUERY, REQUEST
from edm.rules.forms import ID_IS_URN
from edm.rules.free_texts import SHORTEST, too_short
from edm.rules.judgements import at_most_one_slot, attribute_is, has_attribute, must, one_slot, only_slots
from edm.rules.places import place
from edm.rules.report import Severity

envelope_rules = RuleBook("4.6")

ROOT = place("/*")
ENVELOPE = place(REQUEST)
ASKED = place(QUERY)
# The rule compares the type with its prefix.
COLLECTIONS = place("//rim:SlotValue[@xsi:type='rim:CollectionValueType']")

envelope_rules.judge("R-EDM-REQ-S001", ROOT, must("local-name()='QueryRequest'", "The root is no QueryRequest."))
envelope_rules.judge("R-EDM-REQ-S002", ROOT, must(f"namespace-uri()='{QUERY_NAMESPACE}'", "The root is of another namespace."))
envelope_rules.judge("R-EDM-REQ-S003", ENVELOPE, has_attribute("id"))
envelope_rules.judge("R-EDM-REQ-S004", ENVELOPE, ID_IS_URN)
envelope_rules.judge("R-EDM-REQ-S005", ENVELOPE, one_slot("SpecificationIdentifier"))
envelope_rules.judge("R-EDM-REQ-S006", ENVELOPE, one_slot("IssueDateTime"))
envelope_rules.judge("R-EDM-REQ-S007", ENVELOPE, one_slot("Procedure"))
envelope_rules.judge("R-EDM-REQ-S008", ENVELOPE, at_most_one_slot("PreviewLocation"), severity=Severity.CAUTION)
envelope_rules.judge("R-EDM-REQ-S009", ENVELOPE, one_slot("PossibilityForPreview"))
envelope_rules.judge("R-EDM-REQ-S010", ENVELOPE, one_slot("ExplicitRequestGiven"))
envelope_rules.judge("R-EDM-REQ-S011", ENVELOPE, one_slot("Requirements"))
envelope_rules.judge("R-EDM-REQ-S012", ENVELOPE, one_slot("EvidenceRequester"))
envelope_rules.judge("R-EDM-REQ-S013", ENVELOPE, one_slot("EvidenceProvider"))
envelope_rules.judge("R-EDM-REQ-S014", ENVELOPE, at_most_one_slot("EvidenceProviderClassification"), severity=Severity.CAUTION)
envelope_rules.judge("R-EDM-REQ-S015", ASKED, one_slot("EvidenceRequest"))
envelope_rules.judge(
    "R-EDM-REQ-S016",
    ASKED,
    must("count(rim:Slot[@name='NaturalPerson' or @name='LegalPerson'])=1", "The request must name one natural or one legal person."),
)
envelope_rules.judge("R-EDM-REQ-S018", ASKED, at_most_one_slot("AuthorizedRepresentative"), severity=Severity.CAUTION)
envelope_rules.judge(
    "R-EDM-REQ-S019",
    ENVELOPE,
    only_slots(
        "SpecificationIdentifier",
        "IssueDateTime",
        "Procedure",
        "PreviewLocation",
        "ReturnLocation",
        "PossibilityForPreview",
        "ExplicitRequestGiven",
        "Requirements",
        "EvidenceRequester",
        "EvidenceProvider",
        "EvidenceProviderClassification",
    ),
)
envelope_rules.judge(
    "R-EDM-REQ-S049",
    ASKED,
    only_slots("EvidenceRequest", "NaturalPerson", "LegalPerson", "AuthorizedRepresentative", "AuthorizedRepresentativeLegalPerson"),
)
envelope_rules.judge("R-EDM-REQ-S050", place("//rim:Slot"), must("count(rim:SlotValue)=1", "A slot must have exactly one SlotValue."))
envelope_rules.judge("R-EDM-REQ-S051", place("//rim:SlotValue"), must("*", "A SlotValue is empty."))
envelope_rules.judge("R-EDM-REQ-S052", COLLECTIONS, must("rim:Element", "A collection is empty."))
envelope_rules.judge("R-EDM-REQ-S053", COLLECTIONS, attribute_is("collectionType", COLLECTION_SET))
envelope_rules.judge("R-EDM-REQ-S059", ENVELOPE, must("not(@xml:lang)", "The request may not say a language of its own."))
envelope_rules.judge("R-EDM-REQ-S060", ENVELOPE, at_most_one_slot("ReturnLocation"), severity=Severity.CAUTION)
envelope_rules.judge(
    "R-EDM-REQ-S062",
    ENVELOPE,
    must(
        "boolean(rim:Slot[@name='PreviewLocation'])=boolean(rim:Slot[@name='ReturnLocation'])",
        "PreviewLocation and ReturnLocation must both be there, or neither.",
    ),
)
envelope_rules.judge("R-EDM-REQ-C024", place(f"{REQUEST}/query:ResponseOption"), attribute_is("returnType", "LeafClassWithRepositoryItem"))
envelope_rules.judge("R-EDM-REQ-C025", ASKED, attribute_is("queryDefinition", "DocumentQuery"))


@envelope_rules.rule("R-EDM-REQ-C092")
def free_texts_are_long_enough(document: Element) -> Iterator[str]:
    return too_short(document, SHORTEST)
