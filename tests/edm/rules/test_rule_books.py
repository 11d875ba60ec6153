import pytest

from edm.errors import CorrespondentFault
from edm.messages.evidence_request import write_evidence_request
from edm.regrep.parsing import parse
from edm.rules import Finding, MessageKind, Report, RuleBook, Severity, evidence_error_rules, kind_of, line_of, select
from edm.vocabulary.lines import V1_0, V1_2, V2_0
from tests.edm.factories import evidence_request

FATAL = Finding("R-1", Severity.FATAL, "It is broken.")
WARNING = Finding("R-2", Severity.WARNING, "It is odd.")


def test_a_rule_yields_one_finding_per_fault():
    book = RuleBook("4.6")

    @book.rule("R-1", Severity.WARNING)
    def two_faults(document):
        yield "first"
        yield "second"

    report = book.examine(parse(b"<a/>"))

    assert report.findings == (Finding("R-1", Severity.WARNING, "first"), Finding("R-1", Severity.WARNING, "second"))
    assert report.rules_run == 1


def test_a_finding_says_where_without_saying_what_stands_there():
    content = write_evidence_request(evidence_request(procedure_code="Z9"))

    finding = select(MessageKind.REQUEST, V2_0).examine(parse(content)).findings[0]

    assert finding.where == "QueryRequest/Slot[Procedure]/SlotValue/Value"
    assert "Z9" not in str(finding)


def test_a_rule_cannot_be_written_twice():
    book = RuleBook("4.6")
    book.rule("R-1")(lambda document: ())

    with pytest.raises(ValueError, match="R-1 is written twice"):
        book.rule("R-1")(lambda document: ())


def test_only_fatal_findings_ask_to_refuse():
    assert Report((WARNING,)).is_conformant
    assert not Report((WARNING, FATAL)).is_conformant
    assert Report((WARNING, FATAL)).broken_rules == {"R-1"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<q:QueryRequest xmlns:q='urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0'/>", MessageKind.REQUEST),
        (b"<q:QueryResponse xmlns:q='urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0'/>", MessageKind.RESPONSE),
        (
            b"<q:QueryResponse xmlns:q='urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0'"
            b" status='urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure'/>",
            MessageKind.ERROR,
        ),
        (b"<QueryRequest/>", None),
    ],
)
def test_the_kind_of_a_message_is_told_by_root_and_status(content, kind):
    assert kind_of(parse(content)) is kind


def test_a_message_that_announces_nothing_is_held_to_line_2_0():
    assert line_of(parse(b"<a/>")) is V2_0
    assert select(MessageKind.ERROR, V2_0) is evidence_error_rules


@pytest.mark.parametrize("line", [V1_0, V1_2])
def test_a_line_without_rules_is_refused_by_name(line):
    with pytest.raises(CorrespondentFault, match=line.specification):
        select(MessageKind.REQUEST, line)
