"""What we write reads back as the same value; half-said things are refused."""

from uuid import UUID, uuid4

import pytest

from common_services.messages.broker_reader import read_requirement_options, read_requirements
from common_services.messages.broker_writer import write_requirement_options, write_requirements
from common_services.messages.data_service_reader import read_data_services
from common_services.messages.data_service_writer import write_data_services
from common_services.messages.data_services import AccessService, ClassificationAnswer, DataService, Distribution, Question
from common_services.messages.envelope import OtherVersion, is_success, read_envelope
from common_services.messages.evidence_types import EvidenceType, EvidenceTypeList, RequirementOptions
from common_services.messages.failure_reader import read_failures
from common_services.messages.failure_writer import write_failures
from common_services.messages.failures import DSD_QUESTION, EB_EMPTY, FailureKind, Occurrence, occurrence
from common_services.messages.jurisdictions import Jurisdiction, JurisdictionCode
from common_services.messages.requirements import ReferenceFramework, Requirement
from common_services.messages.texts import text_in
from common_services.queries import QueryId
from common_services.reading import read_answer
from edm.errors import CorrespondentFault
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import Authority, ParticipantId, PartyId

SR = "https://sr.example.org"
VIENNA = Jurisdiction("AT", (JurisdictionCode(f"{SR}/codelists/AT/Provinces", "P9"),))
REQUIREMENT = Requirement(
    identifier=f"{SR}/requirements/1b1f6f1e-5f0c-4b1e-8f67-2a8f3f0f9c10",
    names={"EN": "Proof of <boat> & ownership", "EL": "Απόδειξη"},
    descriptions={"EN": "That a person owns a boat."},
    frameworks=(
        ReferenceFramework(identifier=str(uuid4()), titles={"EN": "Register a boat"}, procedure_codes=("V2",), jurisdictions=(VIENNA,)),
    ),
)
BOAT_PAPERS = EvidenceTypeList(
    identifier=str(uuid4()),
    names={"EN": "Boat papers"},
    evidence_types=(EvidenceType(classification=f"{SR}/evidencetypeclassifications/AT/1", titles={"EN": "Extract"}),),
    jurisdiction=VIENNA,
)
NOTHING = EvidenceTypeList(
    identifier=str(uuid4()), no_match=True, match_descriptions={"EN": "None is issued."}, jurisdiction=Jurisdiction("SE")
)
QUESTION = Question(identifier=str(uuid4()), type="codelist", texts={"EN": "Which port?"}, value_expression=f"{SR}/codelists/FI/HomePort")
SERVICE = DataService(
    identifier=UUID("8f3c5a10-1d7f-4f0b-b7a4-6f5c2e9d1b44"),
    classification=f"{SR}/evidencetypeclassifications/FI/1",
    titles={"EN": "Boat register extract"},
    distributions=(
        Distribution(media_type="application/xml", languages=("FI", "EN"), conforms_to=f"{SR}/datamodels/boat"),
        Distribution(media_type="application/pdf"),
    ),
    access_services=(
        AccessService(
            party=PartyId("AP_FI_77"),
            names={"EN": "Gateway"},
            conforms_to=("oots-edm:v1.2", "oots-edm:v2.0"),
            publisher=Authority(identifier=ParticipantId("BOATS", "urn:x"), names={"EN": "Boats"}, country="FI"),
            covers=(ClassificationAnswer(question=QUESTION, values=("HEL", "TKU")),),
        ),
    ),
    level_of_assurance=LevelOfAssurance.HIGH,
    questions=(QUESTION,),
)


def test_requirements_read_back_as_written():
    assert read_requirements(read_envelope(write_requirements([REQUIREMENT], object_ids=uuid4))) == (REQUIREMENT,)


def test_options_read_back_as_written():
    options = RequirementOptions(requirement=REQUIREMENT, lists=(BOAT_PAPERS, NOTHING))

    assert read_requirement_options(read_envelope(write_requirement_options(options, object_ids=uuid4))) == options


def test_data_services_read_back_as_written():
    assert read_data_services(read_envelope(write_data_services([SERVICE], object_ids=uuid4))) == (SERVICE,)


def test_a_failure_reads_back_as_written():
    written = occurrence(EB_EMPTY, "EMPTY_RESULT")
    document = read_envelope(write_failures([written]))

    assert not is_success(document)
    assert read_failures(document) == (written,)


def asking(*questions):
    return Occurrence(code=DSD_QUESTION.code, type=DSD_QUESTION.type, message="?", severity="x", entry=SERVICE, questions=questions)


def test_a_question_reads_back_with_its_trimmed_entry():
    failure = read_answer(QueryId.DATA_SERVICES, write_failures([asking(QUESTION), asking(QUESTION)]))

    assert failure.kind is FailureKind.QUESTION
    assert failure.questions == (QUESTION, QUESTION)


def test_half_a_question_is_a_plain_refusal():
    body = write_failures([asking(QUESTION), asking()])

    failure = read_answer(QueryId.DATA_SERVICES, body)

    assert (failure.kind, failure.questions) == (FailureKind.UNWELL, ())


def test_a_capitalised_question_type_is_understood():
    body = write_failures([asking(QUESTION)]).replace(b">codelist<", b">Codelist<")

    assert read_answer(QueryId.DATA_SERVICES, body).questions[0].type == "codelist"


def test_prefixes_and_blanks_mean_nothing():
    body = write_requirements([REQUIREMENT], object_ids=uuid4)
    respelled = body.replace(b"sdg:", b"oots:").replace(b"xmlns:sdg", b"xmlns:oots").replace(b">EN<", b"> EN <")

    assert read_requirements(read_envelope(respelled)) == (REQUIREMENT,)


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (b"ResponseStatusType:Success", b"ResponseStatusType:Perhaps", "R-EB-REQ-S005"),
        (b"rim:RegistryObject ", b"rim:ExtrinsicObject ", None),
        (b'name="Requirement"', b'name="Other"', "R-EB-REQ-S011"),
        (b"sdg:Name", b"sdg:Nickname", None),
        (b"sdg:AdminUnitLevel1", b"sdg:AdminUnitLevel9", None),
        (b"<sdg:RelatedTo>", b"<sdg:RelatedTo/><sdg:RelatedTo>", "R-EB-REQ-S015"),
    ],
)
def test_an_answer_with_a_hole_is_a_fault_of_the_directory(before, after, rule):
    body = write_requirements([REQUIREMENT], object_ids=uuid4)
    assert before in body

    with pytest.raises(CorrespondentFault) as fault:
        read_answer(QueryId.REQUIREMENTS, body.replace(before, after))

    assert rule is None or fault.value.rule == rule


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (b"<sdg:MatchType>NoMatch</sdg:MatchType>", b"", "R-EB-EVI-S015"),
        (b"<sdg:MatchType>NoMatch", b"<sdg:MatchType>CloseMatch", "R-EB-EVI-C043"),
    ],
)
def test_a_list_is_filled_or_declared_empty(before, after, rule):
    options = RequirementOptions(requirement=REQUIREMENT, lists=(NOTHING,))

    with pytest.raises(CorrespondentFault) as fault:
        read_answer(QueryId.EVIDENCE_TYPES, write_requirement_options(options, object_ids=uuid4).replace(before, after))

    assert fault.value.rule == rule


def test_an_entry_without_access_service_is_a_fault():
    entry = DataService(
        identifier=SERVICE.identifier, classification=SERVICE.classification, titles=SERVICE.titles, distributions=SERVICE.distributions
    )

    with pytest.raises(CorrespondentFault) as fault:
        read_answer(QueryId.DATA_SERVICES, write_data_services([entry], object_ids=uuid4))

    assert fault.value.rule == "R-DSD-RESP-S014"


@pytest.mark.parametrize("version", [b"oots-cs:v1.0", b"oots-cs:v2.1", b""])
def test_an_answer_of_another_version_is_refused(version):
    body = write_requirements([REQUIREMENT], object_ids=uuid4).replace(b"oots-cs:v2.0", version)

    with pytest.raises(CorrespondentFault):
        read_envelope(body)


def test_an_answer_without_version_is_one_of_line_1_0_and_refused():
    body = (
        b'<QueryResponse xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0"'
        b' status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/>'
    )

    with pytest.raises(OtherVersion):
        read_envelope(body)


def test_a_text_falls_back_to_english_and_then_to_whatever_there_is():
    assert text_in({"EN": "Boat", "FR": "Bateau"}, "fr") == "Bateau"
    assert text_in({"EN": "Boat", "FR": "Bateau"}, "de") == "Boat"
    assert text_in({"FI": "Vene"}, "de") == "Vene"
    assert text_in({}, "de") == ""
