"""The official query of the directory and its dialogue, asked by HTTP."""

from uuid import UUID

import pytest

from common_services.messages.data_service_reader import read_data_services
from common_services.messages.failure_reader import read_failures
from common_services.queries import QueryId
from data_service_directory.models import AccessService, Coverage, DataService, Publisher, Question
from edm.vocabulary.assurance import LevelOfAssurance
from tests.common_services.asking import document, refusals, search
from tests.common_services.seeds import ESTONIAN_DIPLOMA, GERMAN_DEGREE, seed_all

pytestmark = pytest.mark.django_db
Q3 = QueryId.DATA_SERVICES
PORT_QUESTION = "2c9b7a4d-6f1e-4a0b-9d35-8e7f6a5b4c33"


@pytest.fixture(autouse=True)
def registered():
    seed_all()


def services(**parameters):
    return read_data_services(document(search("dsd", Q3, **parameters)))


def test_a_data_service_is_told_with_its_access_service_and_provider():
    (service,) = services(evidence_type_classification=GERMAN_DEGREE, country_code="DE", specification="oots-edm:v2.0")

    (access_service,) = service.access_services
    assert service.identifier == UUID("8941b2ea-c8a8-4b0c-93be-aab5d8214567")
    assert service.classification == GERMAN_DEGREE
    assert service.level_of_assurance is LevelOfAssurance.SUBSTANTIAL
    assert [(d.media_type, d.languages) for d in service.distributions] == [("application/pdf", ("DE", "EN"))]
    assert access_service.party.value == "AP_DE_01"
    assert access_service.conforms_to == ("oots-edm:v2.0",)
    assert access_service.publisher.identifier.value == "DE000000001"
    assert access_service.publisher.names["EN"] == "Elbaue Register of University Degrees"
    assert access_service.publisher.country == "DE"


def test_structured_evidence_names_its_data_model():
    (service,) = services(evidence_type_classification=ESTONIAN_DIPLOMA, country_code="EE")

    (distribution,) = service.distributions
    assert distribution.media_type == "application/xml"
    assert distribution.conforms_to == "https://sr.oots.tech.ec.europa.eu/datamodels/higher-education-diploma"


def test_only_access_services_that_speak_the_specification_are_told():
    row = AccessService.objects.get(party_id="AP_DE_01")
    elder = AccessService.objects.create(
        owner="DE", party_id="AP_DE_99", party_type=row.party_type, publisher=row.publisher, conforms_to=["oots-edm:v1.2"]
    )
    elder.data_services.set(row.data_services.all())

    (spoken,) = services(evidence_type_classification=GERMAN_DEGREE, country_code="DE", specification="oots-edm:v1.2")
    (any_line,) = services(evidence_type_classification=GERMAN_DEGREE, country_code="DE")

    assert [service.party.value for service in spoken.access_services] == ["AP_DE_99"]
    assert {service.party.value for service in any_line.access_services} == {"AP_DE_01", "AP_DE_99"}


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"country_code": "DE"}, ("DSD:ERR:0003", "evidence-type-classification")),
        ({"evidence_type_classification": GERMAN_DEGREE}, ("DSD:ERR:0003", "country-code")),
        ({"evidence_type_classification": GERMAN_DEGREE, "country_code": "XX"}, ("DSD:ERR:0003", "country-code")),
        ({"evidence_type_classification": GERMAN_DEGREE, "country_code": "DE", "specification": "v2"}, ("DSD:ERR:0003", "specification")),
        (
            {"evidence_type_classification": GERMAN_DEGREE, "country_code": "DE", "evidence_type_id": "1"},
            ("DSD:ERR:0003", "evidence-type-id"),
        ),
        ({"evidence_type_classification": GERMAN_DEGREE, "country_code": "DE", PORT_QUESTION: "x"}, ("DSD:ERR:0003", PORT_QUESTION)),
        (
            {"evidence_type_classification": GERMAN_DEGREE[:-1] + "b", "country_code": "DE"},
            ("DSD:ERR:0002", "evidence-type-classification"),
        ),
        ({"evidence_type_classification": GERMAN_DEGREE, "country_code": "FR"}, ("DSD:ERR:0001", "DS_NOT_FOUND")),
        (
            {"evidence_type_classification": GERMAN_DEGREE, "country_code": "DE", "specification": "oots-edm:v1.0"},
            ("DSD:ERR:0001", "DS_NOT_FOUND"),
        ),
    ],
    ids=str,
)
def test_what_has_no_data_service_is_refused_with_its_code(parameters, refusal):
    assert refusals(search("dsd", Q3, **parameters)) == [refusal]


@pytest.mark.parametrize("query_id", [None, QueryId.REQUIREMENTS])
def test_an_unknown_query_is_refused(query_id):
    assert refusals(search("dsd", query_id)) == [("DSD:ERR:0004", "queryId")]


def test_another_version_is_refused():
    response = search("dsd", Q3, headers={"Accept-Version": "oots-cs:v1.0"}, evidence_type_classification=GERMAN_DEGREE, country_code="DE")

    assert refusals(response) == [("DSD:ERR:0003", "Accept-Version")]


@pytest.fixture
def asks_for_the_port():
    """The German entry wants to know the home port; its provider covers Hamburg."""
    question = Question.objects.create(
        owner="DE",
        identifier=PORT_QUESTION,
        type="codelist",
        value_expression="codelists/DE/HomePort",
        texts={"EN": "In which port?", "DE": "In welchem Hafen?"},
        values=["HH", "HB"],
    )
    DataService.objects.get(owner="DE").questions.add(question)
    Coverage.objects.create(publisher=Publisher.objects.get(owner="DE"), question=question, values=["HH"])
    return question


def ask(**answers):
    return search("dsd", Q3, evidence_type_classification=GERMAN_DEGREE, country_code="DE", **answers)


def test_a_declared_question_is_asked_with_the_trimmed_entry(asks_for_the_port):
    (occurrence,) = read_failures(document(ask()))

    assert occurrence.code == "DSD:ERR:0005"
    assert occurrence.severity == "urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:DSDErrorResponse:AdditionalInput"
    assert occurrence.entry.access_services == ()
    (question,) = occurrence.questions
    assert (question.identifier, question.type) == (PORT_QUESTION, "codelist")
    assert question.value_expression == "https://sr.oots.tech.ec.europa.eu/codelists/DE/HomePort"
    assert question.texts == {"EN": "In which port?", "DE": "In welchem Hafen?"}


def test_the_right_answer_names_the_provider_and_keeps_the_question_visible(asks_for_the_port):
    (service,) = read_data_services(document(ask(**{PORT_QUESTION: "HH"})))

    assert service.access_services[0].publisher.identifier.value == "DE000000001"
    assert service.access_services[0].covers[0].values == ("HH",)
    assert service.questions[0].identifier == PORT_QUESTION


@pytest.mark.parametrize(("value", "refusal"), [("HB", ("DSD:ERR:0001", "DS_NOT_FOUND")), ("XX", ("DSD:ERR:0006", PORT_QUESTION))])
def test_an_answer_nobody_covers_and_one_that_is_none_are_told_apart(asks_for_the_port, value, refusal):
    assert refusals(ask(**{PORT_QUESTION: value})) == [refusal]


def test_seeding_twice_changes_nothing():
    counts = (DataService.objects.count(), AccessService.objects.count(), Publisher.objects.count())

    seed_all()

    assert (DataService.objects.count(), AccessService.objects.count(), Publisher.objects.count()) == counts == (5, 4, 4)
