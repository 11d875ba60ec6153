import pytest

from edm.errors import CorrespondentFault
from edm.messages.answers import read_answer
from edm.messages.evidence_error import EvidenceError, Occurrence, read_evidence_error, write_evidence_error
from edm.regrep.parsing import parse
from edm.rules import Severity, evidence_error_rules
from edm.vocabulary.exceptions import EXCEPTIONS, INVALID_REQUEST, MISSING_AUTHORIZATION
from tests.edm.documents import found, having, renamed, saying, slot, spoilt, tree_of, twice, without
from tests.edm.factories import NOON, NOT_FOUND, PREVIEW, evidence_error

EXCEPTION = "//rs:Exception"


def fault_of(content: bytes) -> CorrespondentFault:
    with pytest.raises(CorrespondentFault) as raised:
        read_evidence_error(content)
    return raised.value


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("erreur", "EDM:ERR:0004"),
        ("erreurExpiration", "EDM:ERR:0005"),
        ("erreurRequeteInvalide", "EDM:ERR:0003"),
        ("erreurCapaciteNonSupportee", "EDM:ERR:0007"),
    ],
)
def test_the_reference_errors_are_read_completely_and_written_in_their_shape(reference_data, name, code):
    content = (reference_data / f"messages/reference-v2.0/edm-error/reference-messages-{name}.xml").read_bytes()

    error = read_answer(content)

    assert isinstance(error, EvidenceError)
    assert error.exceptions[0].exception.code == code
    assert tree_of(parse(write_evidence_error(error))) == tree_of(parse(content))


def test_the_way_to_the_preview_has_the_severity_that_asks_for_it():
    exception = found(parse(write_evidence_error(evidence_error())), EXCEPTION)[0]

    assert exception.get("code") == "EDM:ERR:0002"
    assert exception.get("{http://www.w3.org/2001/XMLSchema-instance}type") == "rs:AuthorizationExceptionType"
    assert exception.get("severity") == "urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:EDMErrorResponse:PreviewRequired"
    assert [cell.get("name") for cell in exception] == ["Timestamp", "PreviewLocation", "PreviewDescription"]


def test_the_reader_finds_the_way_to_the_preview():
    error = read_answer(write_evidence_error(evidence_error(exceptions=(NOT_FOUND, PREVIEW))))

    assert isinstance(error, EvidenceError)
    assert error.preview == PREVIEW


def test_the_same_code_without_a_location_is_a_plain_failure():
    plain = Occurrence(exception=MISSING_AUTHORIZATION, occurred_at=NOON)

    error = read_evidence_error(write_evidence_error(evidence_error(exceptions=(plain,))))

    assert error.preview is None
    assert error.exceptions == (plain,)


@pytest.mark.parametrize("exception", EXCEPTIONS, ids=[known.code for known in EXCEPTIONS])
def test_every_exception_we_write_reads_back_and_breaks_no_rule(exception):
    error = evidence_error(exceptions=(Occurrence(exception=exception, occurred_at=NOON, detail="R-EDM-REQ-S016"),))
    content = write_evidence_error(error)

    assert read_answer(content) == error
    assert evidence_error_rules.examine(parse(content)).findings == ()


def test_the_answer_to_an_unreadable_request_names_neither_request_nor_requester():
    error = evidence_error(request_id=None, requester=None, exceptions=(Occurrence(exception=INVALID_REQUEST, occurred_at=NOON),))
    content = write_evidence_error(error)

    assert read_answer(content) == error
    assert evidence_error_rules.examine(parse(content)).findings == ()


def test_a_severity_that_ends_in_a_control_character_still_leads_to_the_preview():
    content = write_evidence_error(evidence_error()).replace(b"PreviewRequired", b"PreviewRequired&#127;")

    assert read_evidence_error(content).preview == PREVIEW
    assert evidence_error_rules.examine(parse(content)).findings == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (saying(f"{slot('PreviewLocation')}//rim:Value", "javascript:alert(1)"), "R-EDM-ERR-C019"),
        (saying(f"{slot('PreviewLocation')}//rim:Value", "http://de.localhost/"), "R-EDM-ERR-C019"),
        (having(EXCEPTION, "severity", "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"), "R-EDM-ERR-C022"),
        (having(EXCEPTION, "code", None), "R-EDM-ERR-C026"),
        (having(EXCEPTION, "code", "EDM:ERR:0009"), "R-EDM-ERR-C017"),
        (without(slot("Timestamp")), "R-EDM-ERR-S013"),
        (without(EXCEPTION), "R-EDM-ERR-S008"),
        (without(slot("ErrorProvider")), "R-EDM-ERR-S011"),
        (without(f"{slot('ErrorProvider')}//sdg:Address"), "R-EDM-ERR-C024"),
        (twice(slot("EvidenceRequester")), "R-EDM-ERR-S012"),
        (twice(slot("PreviewLocation")), "R-EDM-ERR-S014"),
        (having("/*", "requestId", None), "R-EDM-ERR-C025"),
        (having("/*", "requestId", "7"), "R-EDM-ERR-S004"),
        (having("/*", "status", "x"), "R-EDM-ERR-S006"),
        (renamed("/*", "rim:QueryResponse"), "R-EDM-ERR-S001"),
        (having("//rim:LocalizedString", "xml:lang", None), "R-EDM-ERR-C020"),
    ],
)
def test_a_faulty_error_is_refused_with_its_rule(change, rule):
    assert fault_of(spoilt(write_evidence_error(evidence_error()), change)).rule == rule


def test_cautions_alone_do_not_make_an_error_faulty():
    content = spoilt(write_evidence_error(evidence_error()), without(slot("EvidenceRequester")))

    report = evidence_error_rules.examine(parse(content))

    assert report.is_conformant
    assert [(finding.rule, finding.severity) for finding in report.findings] == [("R-EDM-ERR-S012", Severity.CAUTION)]
