import pytest

from edm.messages.evidence_error import write_evidence_error
from edm.regrep.parsing import parse
from edm.rules import evidence_error_rules
from tests.edm.documents import having, holding, in_turn, renamed, saying, slot, twice, with_slot, without
from tests.edm.factories import NOT_FOUND, evidence_error
from tests.edm.rules.mutations import breaks, broken_rules, rules_covered

PREVIEW = write_evidence_error(evidence_error())
PLAIN = write_evidence_error(evidence_error(exceptions=(NOT_FOUND,)))

ROOT = "/*"
EXCEPTION = "//rs:Exception"
PROVIDER = f"{slot('ErrorProvider')}//sdg:Agent"
REQUESTER = f"{slot('EvidenceRequester')}//sdg:Agent"
ERROR = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"


def value(name: str) -> str:
    return f"{slot(name)}/rim:SlotValue"


ENVELOPE = [
    breaks("R-EDM-ERR-S003", having(ROOT, "requestId", None), "C025"),
    breaks("R-EDM-ERR-C025", having(ROOT, "requestId", None), "S003"),
    breaks("R-EDM-ERR-S004", having(ROOT, "requestId", "7")),
    breaks("R-EDM-ERR-S006", having(ROOT, "status", None)),
    breaks("R-EDM-ERR-S007", holding(ROOT, "rim:RegistryObjectList")),
    breaks("R-EDM-ERR-S008", without(EXCEPTION), "C011"),
    breaks("R-EDM-ERR-C011", without(EXCEPTION), "S008"),
    breaks("R-EDM-ERR-S009", without(slot("SpecificationIdentifier"))),
    breaks("R-EDM-ERR-S010", without(slot("EvidenceResponseIdentifier"))),
    breaks("R-EDM-ERR-S011", without(slot("ErrorProvider"))),
    breaks("R-EDM-ERR-S012", without(slot("EvidenceRequester"))),
    breaks("R-EDM-ERR-S017", with_slot(ROOT, "IssueDateTime")),
    breaks("R-EDM-ERR-S018", having(value("SpecificationIdentifier"), "xsi:type", None)),
    breaks("R-EDM-ERR-S019", having(value("EvidenceResponseIdentifier"), "xsi:type", None)),
    breaks("R-EDM-ERR-S020", having(value("ErrorProvider"), "xsi:type", "rim:CollectionValueType"), ""),
    breaks("R-EDM-ERR-S021", having(value("EvidenceRequester"), "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-ERR-S028", twice(value("Timestamp"))),
    breaks("R-EDM-ERR-S029", without(f"{value('Timestamp')}/rim:Value")),
    breaks("R-EDM-ERR-S030", having(f"{REQUESTER}/sdg:Name", "lang", "EN")),
    breaks("R-EDM-ERR-C001", saying(f"{value('SpecificationIdentifier')}/rim:Value", "oots-edm:v2.1")),
    breaks("R-EDM-ERR-C002", saying(f"{value('EvidenceResponseIdentifier')}/rim:Value", "x00000000-0000-4000-8000-000000000003")),
    breaks("R-EDM-ERR-C027", saying(f"{REQUESTER}/sdg:Name[1]", "U")),
]
AGENTS = [
    breaks("R-EDM-ERR-S026", renamed(PROVIDER, "sdg:Agency"), "C023"),
    breaks("R-EDM-ERR-C003", having(f"{PROVIDER}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-ERR-C004", having(f"{PROVIDER}/sdg:Identifier", "schemeID", "x")),
    breaks("R-EDM-ERR-C005", saying(f"{PROVIDER}//sdg:AdminUnitLevel1", "GR")),
    breaks("R-EDM-ERR-C006", holding(f"{PROVIDER}/sdg:Address", "sdg:AdminUnitLevel2", "Hamburg")),
    breaks("R-EDM-ERR-C007", without(f"{PROVIDER}/sdg:Classification")),
    breaks("R-EDM-ERR-C008", saying(f"{PROVIDER}/sdg:Classification", "ER")),
    breaks("R-EDM-ERR-C009", having(f"{REQUESTER}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-ERR-C010", having(f"{REQUESTER}/sdg:Identifier", "schemeID", "x")),
    breaks("R-EDM-ERR-C023", twice(PROVIDER)),
    breaks("R-EDM-ERR-C024", without(f"{PROVIDER}/sdg:Address")),
    breaks("R-EDM-ERR-C028", having(f"{REQUESTER}/sdg:Name[1]", "lang", "pt")),
    breaks("R-EDM-ERR-C029", having(f"{REQUESTER}/sdg:Name[1]", "lang", None)),
    breaks("R-EDM-ERR-C030", having(f"{PROVIDER}/sdg:Name", "lang", "de")),
    breaks("R-EDM-ERR-C031", having(f"{PROVIDER}/sdg:Name", "lang", None)),
]
EXCEPTIONS = [
    breaks("R-EDM-ERR-S013", without(slot("Timestamp"))),
    breaks("R-EDM-ERR-S014", twice(slot("PreviewLocation"))),
    breaks("R-EDM-ERR-S015", twice(slot("PreviewDescription"))),
    breaks("R-EDM-ERR-S022", having(value("Timestamp"), "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-ERR-S023", having(value("PreviewLocation"), "xsi:type", "rim:AnyValueType")),
    breaks("R-EDM-ERR-S024", having(value("PreviewDescription"), "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-ERR-S027", with_slot(EXCEPTION, "PreviewMethod")),
    breaks("R-EDM-ERR-C012", having(EXCEPTION, "xsi:type", None)),
    breaks("R-EDM-ERR-C013", having(EXCEPTION, "xsi:type", "AuthorizationExceptionType")),
    breaks("R-EDM-ERR-C014", having(EXCEPTION, "severity", "urn:example"), "C022"),
    breaks("R-EDM-ERR-C016", having(EXCEPTION, "message", None), "CH-4.5.3-a"),
    breaks("R-EDM-ERR-C017", having(EXCEPTION, "code", "EDM:ERR:0009"), "C015"),
    breaks("R-EDM-ERR-C018", saying(f"{value('Timestamp')}/rim:Value", "noon")),
    breaks("R-EDM-ERR-C019", saying(f"{value('PreviewLocation')}/rim:Value", "http://de.localhost/")),
    breaks("R-EDM-ERR-C020", having("//rim:LocalizedString[1]", "xml:lang", "en")),
    breaks("R-EDM-ERR-C022", having(EXCEPTION, "severity", ERROR)),
    breaks("R-EDM-ERR-C026", having(EXCEPTION, "code", None)),
    breaks("CH-4.5.3-a", having(EXCEPTION, "message", "missing authorization")),
]
PLAIN_EXCEPTIONS = [
    breaks(
        "R-EDM-ERR-C015",
        having(EXCEPTION, "severity", "urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:EDMErrorResponse:PreviewRequired"),
    ),
]
ROOTS = [
    breaks("R-EDM-ERR-S001", renamed(ROOT, "query:QueryRequest")),
    breaks("R-EDM-ERR-S002", renamed(ROOT, "rim:QueryResponse")),
]


@pytest.mark.parametrize("mutation", ENVELOPE + AGENTS + EXCEPTIONS)
def test_the_smallest_fault_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_error_rules, PREVIEW, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", PLAIN_EXCEPTIONS)
def test_the_smallest_fault_of_a_plain_error_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_error_rules, PLAIN, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", ROOTS)
def test_another_root_breaks_the_rule_of_roots(mutation):
    assert mutation.rule in broken_rules(evidence_error_rules, PLAIN, mutation.change)


def test_every_rule_has_a_fault_that_breaks_it():
    assert rules_covered(ENVELOPE, AGENTS, EXCEPTIONS, PLAIN_EXCEPTIONS, ROOTS) == set(evidence_error_rules.identifiers)


@pytest.mark.parametrize("name", ["erreur", "erreurExpiration", "erreurRequeteInvalide", "erreurCapaciteNonSupportee"])
def test_the_reference_errors_break_no_rule(reference_data, name):
    content = (reference_data / f"messages/reference-v2.0/edm-error/reference-messages-{name}.xml").read_bytes()

    assert evidence_error_rules.examine(parse(content)).findings == ()


def test_a_preview_location_on_another_exception_passes_when_the_severity_is_right():
    """The text of C022 asks for code and type as well; the assertion does not."""
    change = in_turn(having(EXCEPTION, "xsi:type", "rs:ObjectNotFoundExceptionType"))

    assert broken_rules(evidence_error_rules, PREVIEW, change) == set()


def test_a_one_letter_answer_is_too_short_in_an_error():
    change = in_turn(holding(PROVIDER, "sdg:SupportedValue"), holding(f"{PROVIDER}/sdg:SupportedValue", "sdg:StringValue", "x"))

    assert broken_rules(evidence_error_rules, PREVIEW, change) == {"R-EDM-ERR-C027"}
