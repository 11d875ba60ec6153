from pathlib import Path

import pytest

from edm.errors import CorrespondentFault
from edm.messages.answers import read_answer
from edm.messages.evidence_request import read_correspondent, read_evidence_request
from edm.regrep.parsing import parse
from edm.rules import MessageKind, kind_of, line_of, select

OLD = ("official-v1.0/edm-*/*.xml", "projectathon-v1.0/*.xml")


def old_messages(reference_data: Path) -> list[Path]:
    return [path for pattern in OLD for path in sorted((reference_data / "messages").glob(pattern))]


def test_messages_of_line_1_0_are_refused_by_its_name(reference_data):
    messages = old_messages(reference_data)

    for path in messages:
        content = path.read_bytes()
        read = read_evidence_request if kind_of(parse(content)) is MessageKind.REQUEST else read_answer
        with pytest.raises(CorrespondentFault, match=r"oots-edm:v1\.0"):
            read(content)

    assert len(messages) == 14


def test_an_old_request_still_says_whom_to_answer(reference_data):
    for path in old_messages(reference_data):
        if kind_of(parse(path.read_bytes())) is MessageKind.REQUEST:
            correspondent = read_correspondent(path.read_bytes())
            assert correspondent.request_id is not None
            assert correspondent.requester is not None


def test_there_are_no_rules_of_line_1_0(reference_data):
    document = parse(old_messages(reference_data)[0].read_bytes())

    with pytest.raises(CorrespondentFault, match=r"oots-edm:v1\.0"):
        select(MessageKind.RESPONSE, line_of(document))


def test_no_official_document_of_another_kind_makes_a_reader_stumble(reference_data):
    for path in sorted((reference_data / "messages").rglob("*.xml")):
        if "edm-" not in path.parent.name:
            for read in (read_evidence_request, read_answer):
                with pytest.raises(CorrespondentFault):
                    read(path.read_bytes())
