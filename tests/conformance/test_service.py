import pytest

from conformance.service import LARGEST, examine
from edm.errors import CorrespondentFault
from edm.rules import MessageKind, Severity
from edm.vocabulary.lines import V2_0
from tests.conformance.conftest import BROKEN, OLD, SOUND


def test_a_message_is_recognised_and_held_to_its_rules():
    examination = examine(BROKEN)

    assert (examination.kind, examination.line) == (MessageKind.REQUEST, V2_0)
    assert [finding.rule for finding in examination.findings(Severity.FATAL)] == ["R-EDM-REQ-C003"]


def test_a_message_can_be_judged_as_what_it_is_not():
    assert "R-EDM-RESP-S001" in examine(SOUND, MessageKind.RESPONSE).report.broken_rules


@pytest.mark.parametrize("content", [b"", b"<a/>", b"<!DOCTYPE a><a/>", OLD, b" " * (LARGEST + 1)])
def test_what_cannot_be_judged_is_a_fault(content):
    with pytest.raises(CorrespondentFault):
        examine(content)


def test_every_reference_message_is_conformant(reference_data):
    paths = sorted((reference_data / "messages/reference-v2.0").rglob("*.xml"))

    assert len(paths) == 13
    for path in paths:
        assert examine(path.read_bytes()).report.findings == (), path.name
