"""The response as a whole: its root, its status, which slots it has and how many of each."""

from collections.abc import Iterator

from edm.errors import CorrespondentFault
from edm.regrep.namespaces import QUERY as QUERY_NAMESPACE
from edm.regrep.namespaces import Element
from edm.regrep.values import read_moment
from edm.rules.book import RuleBook
from edm.rules.evidence_response.paths import DEFERRED, RESPONSE, SUCCEEDED, SUCCESS, UNAVAILABLE
from edm.rules.forms import REQUEST_ID_IS_URN
from edm.rules.free_texts import SHORTEST, too_short
from edm.rules.judgements import attribute_is, has_attribute, must, one_slot, only_children, only_slots, text_of
from edm.rules.places import place, slot

envelope_rules = RuleBook("4.6")

ROOT = place("/*")
ENVELOPE = place(RESPONSE)
SLOTS = (
    "SpecificationIdentifier",
    "EvidenceResponseIdentifier",
    "IssueDateTime",
    "EvidenceProvider",
    "EvidenceRequester",
    "ResponseAvailableDateTime",
)

envelope_rules.judge("R-EDM-RESP-S001", ROOT, must("local-name()='QueryResponse'", "The root is no QueryResponse."))
envelope_rules.judge("R-EDM-RESP-S002", ROOT, must(f"namespace-uri()='{QUERY_NAMESPACE}'", "The root is of another namespace."))
envelope_rules.judge("R-EDM-RESP-S003", ENVELOPE, has_attribute("requestId"))
envelope_rules.judge("R-EDM-RESP-S004", ENVELOPE, REQUEST_ID_IS_URN)
envelope_rules.judge("R-EDM-RESP-S005", ENVELOPE, has_attribute("status"))
envelope_rules.judge("R-EDM-RESP-S006", ENVELOPE, attribute_is("status", SUCCESS, UNAVAILABLE))
envelope_rules.judge("R-EDM-RESP-S007", ENVELOPE, must("rim:RegistryObjectList", "There is no RegistryObjectList, not even an empty one."))
# The published rule stands on the exception and asks it to hold another, which fails on every exception.
envelope_rules.judge("R-EDM-RESP-S008", place("//rs:Exception"), must("rs:Exception", "A successful response holds no exception."))
envelope_rules.judge("R-EDM-RESP-S009", ENVELOPE, one_slot("SpecificationIdentifier"))
envelope_rules.judge("R-EDM-RESP-S010", ENVELOPE, one_slot("EvidenceResponseIdentifier"))
envelope_rules.judge("R-EDM-RESP-S011", ENVELOPE, one_slot("IssueDateTime"))
envelope_rules.judge("R-EDM-RESP-S012", ENVELOPE, one_slot("EvidenceProvider"))
envelope_rules.judge("R-EDM-RESP-S013", ENVELOPE, one_slot("EvidenceRequester"))
envelope_rules.judge(
    "R-EDM-RESP-S014",
    place(SUCCEEDED),
    must("not(rim:Slot[@name='ResponseAvailableDateTime'])", "An answer of now announces one for later."),
)
envelope_rules.judge("R-EDM-RESP-S016", ENVELOPE, only_slots(*SLOTS), only_children("rim:Slot", "rim:RegistryObjectList", "rs:Exception"))
envelope_rules.judge("R-EDM-RESP-S045", place(DEFERRED), one_slot("ResponseAvailableDateTime"))


@envelope_rules.rule("R-EDM-RESP-C049")
def free_texts_are_long_enough(document: Element) -> Iterator[str]:
    return too_short(document, SHORTEST)


LIST_OF_DEFERRED = place(f"{DEFERRED}/rim:RegistryObjectList")
AVAILABLE = place(f"{slot(DEFERRED, 'ResponseAvailableDateTime')}/rim:Value")
ISSUED = place(f"{slot(DEFERRED, 'IssueDateTime')}/rim:Value")
is_empty = must("not(*)", "A deferred response carries evidence.")


@envelope_rules.rule("CH-4.5.2-a")
def a_deferral_is_empty_and_lies_ahead(document: Element) -> Iterator[str]:
    for registry_objects in LIST_OF_DEFERRED(document):
        if (explanation := is_empty(registry_objects)) is not None:
            yield explanation
    for available, issued in zip(AVAILABLE(document), ISSUED(document), strict=False):
        try:
            lies_ahead = read_moment(text_of(available)) > read_moment(text_of(issued))
        except CorrespondentFault:
            continue  # R-EDM-RESP-C004 and C005 have spoken
        if not lies_ahead:
            yield "A deferred response is available before it was written."
