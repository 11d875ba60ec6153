"""A document within the limits of the parser may still be made to be slow to judge or to read."""

import time
from contextlib import suppress

import pytest

from edm.errors import CorrespondentFault
from edm.messages.answers import answer_of
from edm.messages.evidence_request import evidence_request_of, write_evidence_request
from edm.messages.evidence_response import write_evidence_response
from edm.regrep.parsing import parse
from edm.rules import evidence_request_rules, evidence_response_rules
from tests.edm.factories import counted_ids, evidence_response, second_request

MANY = 20_000
# Quadratic work on this many elements takes a minute; linear work a second or two, more on a busy machine.
SECONDS = 20

REQUEST = write_evidence_request(second_request())
RESPONSE = write_evidence_response(evidence_response(), object_ids=counted_ids())
ANNEX = (
    b'<rim:RegistryObject id="urn:uuid:00000000-0000-4000-8000-00000000000a" xsi:type="rim:ExtrinsicObjectType">'
    b'<rim:Classification classificationScheme="urn:fdc:oots:classification:edm" classificationNode="Annex"/></rim:RegistryObject>'
)
ASSOCIATION = b'<rim:RegistryObject xsi:type="rim:AssociationType" sourceObject="a" targetObject="b"/>'


def before(content: bytes, mark: bytes, added: bytes) -> bytes:
    return content.replace(mark, added * MANY + mark, 1)


@pytest.mark.parametrize(
    ("mark", "added"),
    [
        (b"<query:ResponseOption", b"<rim:Slot name='x'/>"),
        (b"<sdg:Agent>", b"<sdg:Agent><sdg:Name/></sdg:Agent>"),
        (b"<sdg:Title", b"<sdg:Title/>"),
        (b"<sdg:SectorSpecificAttribute>", b"<sdg:SectorSpecificAttribute/>"),
    ],
)
def test_a_request_made_to_be_slow_is_judged_and_read_at_once(mark, added):
    document = parse(before(REQUEST, mark, added))
    began = time.monotonic()

    report = evidence_request_rules.examine(document)
    with suppress(CorrespondentFault):
        evidence_request_of(document)

    assert time.monotonic() - began < SECONDS
    assert len(report.findings) < 1000


@pytest.mark.parametrize("added", [ANNEX, ASSOCIATION, ANNEX + ASSOCIATION])
def test_a_response_made_to_be_slow_is_judged_and_read_at_once(added):
    document = parse(before(RESPONSE, b'<rim:RegistryObject xsi:type="rim:AssociationType"', added))
    began = time.monotonic()

    report = evidence_response_rules.examine(document)
    with suppress(CorrespondentFault):
        answer_of(document)

    assert time.monotonic() - began < SECONDS
    assert len(report.findings) < 1000
