"""The error as a whole: its root, its status, which slots it has and how many of each."""

from collections import Counter
from collections.abc import Iterator

from edm.regrep.namespaces import QUERY as QUERY_NAMESPACE
from edm.regrep.namespaces import Element, local_name, named
from edm.rules.book import RuleBook
from edm.rules.evidence_error.paths import FAILURE, RESPONSE
from edm.rules.forms import IS_UUID, REQUEST_ID_IS_URN
from edm.rules.free_texts import SHORTEST_IN_ERRORS, too_short
from edm.rules.judgements import at_most_one_slot, attribute_is, equals_raw, must, one_slot, only_slots, value_type
from edm.rules.places import place, slot
from edm.rules.report import Severity
from edm.vocabulary.lines import V2_0

envelope_rules = RuleBook("4.6")

ROOT = place("/*")
ENVELOPE = place(RESPONSE)
UNREADABLE = "rs:Exception/@xsi:type='rs:InvalidRequestExceptionType'"

envelope_rules.judge("R-EDM-ERR-S001", ROOT, must("local-name()='QueryResponse'", "The root is no QueryResponse."))
envelope_rules.judge("R-EDM-ERR-S002", ROOT, must(f"namespace-uri()='{QUERY_NAMESPACE}'", "The root is of another namespace."))
envelope_rules.judge(
    "R-EDM-ERR-S003",
    ENVELOPE,
    must(f"@requestId or {UNREADABLE}", "The error should say which request it answers."),
    severity=Severity.CAUTION,
)
envelope_rules.judge("R-EDM-ERR-S004", ENVELOPE, REQUEST_ID_IS_URN)
envelope_rules.judge("R-EDM-ERR-S006", ENVELOPE, attribute_is("status", FAILURE))
envelope_rules.judge("R-EDM-ERR-S007", ENVELOPE, must("not(rim:RegistryObjectList)", "An error carries no RegistryObjectList."))
envelope_rules.judge("R-EDM-ERR-S008", ENVELOPE, must("rs:Exception", "The error holds no exception."))
envelope_rules.judge("R-EDM-ERR-S009", ENVELOPE, one_slot("SpecificationIdentifier"))
envelope_rules.judge("R-EDM-ERR-S010", ENVELOPE, one_slot("EvidenceResponseIdentifier"))
envelope_rules.judge("R-EDM-ERR-S011", ENVELOPE, one_slot("ErrorProvider"))
envelope_rules.judge(
    "R-EDM-ERR-S012",
    ENVELOPE,
    must(f"rim:Slot[@name='EvidenceRequester'] or {UNREADABLE}", "The error should say whom it answers."),
    at_most_one_slot("EvidenceRequester"),
    severity=Severity.CAUTION,
)
envelope_rules.judge(
    "R-EDM-ERR-S017",
    ENVELOPE,
    only_slots("SpecificationIdentifier", "EvidenceResponseIdentifier", "ErrorProvider", "EvidenceRequester"),
)
envelope_rules.judge("R-EDM-ERR-S018", place(slot(RESPONSE, "SpecificationIdentifier")), value_type("StringValueType"))
envelope_rules.judge("R-EDM-ERR-S019", place(slot(RESPONSE, "EvidenceResponseIdentifier")), value_type("StringValueType"))
envelope_rules.judge("R-EDM-ERR-S020", place(slot(RESPONSE, "ErrorProvider")), value_type("AnyValueType"))
envelope_rules.judge("R-EDM-ERR-S021", place(slot(RESPONSE, "EvidenceRequester")), value_type("AnyValueType"))
envelope_rules.judge("R-EDM-ERR-S028", place("//rim:Slot"), must("count(rim:SlotValue)=1", "A slot must have exactly one SlotValue."))
envelope_rules.judge("R-EDM-ERR-S029", place("//rim:SlotValue"), must("*", "A SlotValue is empty."))
envelope_rules.judge("R-EDM-ERR-C001", place(f"{slot(RESPONSE, 'SpecificationIdentifier')}/rim:Value"), equals_raw(V2_0.specification))
envelope_rules.judge("R-EDM-ERR-C002", place(f"{slot(RESPONSE, 'EvidenceResponseIdentifier')}/rim:Value"), IS_UUID)
envelope_rules.judge(
    "R-EDM-ERR-C011", place(f"{RESPONSE}[normalize-space(@status)='{FAILURE}']"), must("rs:Exception", "A failure names no exception.")
)
envelope_rules.judge(
    "R-EDM-ERR-C025",
    place(f"{RESPONSE}[not(@requestId)]"),
    must(UNREADABLE, "Only the error to an unreadable request may leave out which request."),
)


@envelope_rules.rule("R-EDM-ERR-C027")
def free_texts_are_long_enough(document: Element) -> Iterator[str]:
    return too_short(document, SHORTEST_IN_ERRORS)


@envelope_rules.rule("R-EDM-ERR-S030")
def siblings_speak_different_languages(document: Element) -> Iterator[str]:
    for parent in document.iter():
        spoken = Counter((found.tag, language) for found in parent if (language := _language(found)) is not None)
        for (tag, _), times in spoken.items():
            if times > 1:
                yield f"{times} elements {str(tag).rpartition('}')[2]} of {local_name(parent)} are in the same language."


def _language(element: Element) -> str | None:
    return element.get("lang") or element.get(named("xml:lang"))
