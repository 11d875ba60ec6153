"""Discovery, asked as an integrator asks: what is not known yet is a problem with Retry-After."""

import pytest

from common_services import service
from common_services.models import AskedQuestion
from data_service_directory.models import Coverage, DataService, Publisher, Question
from evidence_broker.models import ReferenceFramework

REQUIREMENT = "5247bb6b-6bec-43fd-9b2e-f99be2dbae39"
GERMAN = "619757a7-1611-4d4b-ae03-5312611ec53a"
OWN_SOURCE = "https://localhost:8443/{}/rest/search?queryId="

pytestmark = pytest.mark.usefixtures("directories")


def test_what_nobody_asked_yet_is_pending_and_says_when_to_come_back(stranger):
    answer = stranger.get("procedures/T2/requirements", requester_country="PT")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "1"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "directory_pending"


def test_the_requirements_of_a_procedure(stranger):
    answer = stranger.work("procedures/T2/requirements", requester_country="PT").json()

    (requirement,) = answer["all_of"]
    assert requirement["id"] == REQUIREMENT
    assert requirement["identifier"].endswith(f"/requirements/{REQUIREMENT}")
    assert requirement["names"]["en"] == "Proof of tertiary education qualification"
    (source,) = answer["sources"]
    assert source["query"].startswith(OWN_SOURCE.format("eb"))
    assert (source["verdict"], source["root"]) == ("verified", service.own_root())


def test_the_options_of_a_requirement_keep_any_of_and_all_of(stranger):
    answer = stranger.work(f"requirements/{REQUIREMENT}/options", provider_country="FR").json()

    (option,) = answer["any_of"]
    assert [kind["titles"]["en"] for kind in option["all_of"]] == ["Degree certificate", "Transcript of marks"]
    assert answer["no_match"] is False


def test_a_declared_no_match_is_an_answer(stranger):
    answer = stranger.work(f"requirements/{REQUIREMENT}/options", provider_country="BG").json()

    assert (answer["any_of"], answer["no_match"]) == ([], True)
    assert "paper" in answer["no_match_explanation"]["en"]


def test_a_country_that_declared_nothing_is_an_answer_too(stranger):
    answer = stranger.work(f"requirements/{REQUIREMENT}/options", provider_country="SE").json()

    assert (answer["any_of"], answer["no_match"]) == ([], False)
    assert answer["sources"][0]["verdict"] == "verified"


def test_an_unknown_requirement_is_not_found(stranger):
    answer = stranger.work(f"requirements/{REQUIREMENT[:-1]}0/options", provider_country="DE")

    assert (answer.status_code, answer.json()["code"], answer.json()["wire"]) == (404, "not_found", {"code": "EB:ERR:0002"})


def test_the_data_services_of_an_evidence_type(stranger):
    answer = stranger.work(f"evidence-types/{GERMAN}/data-services", provider_country="DE").json()

    (data_service,) = answer["data_services"]
    (provider,) = data_service["providers"]
    assert data_service["level_of_assurance"] == "Substantial"
    assert data_service["distributions"] == [{"media_type": "application/pdf", "languages": ["de", "en"], "conforms_to": None}]
    assert provider["id"] == {"scheme": "urn:cef.eu:names:identifier:EAS:9930", "value": "DE000000001"}
    assert provider["edm_lines"] == ["2.0"]
    assert provider["access_point"]["value"] == "AP_DE_01"
    assert answer["question"] is None


def test_a_country_without_provider_is_a_problem_with_its_code(stranger):
    answer = stranger.work(f"evidence-types/{GERMAN}/data-services", provider_country="FR")

    assert (answer.status_code, answer.json()["code"], answer.json()["wire"]) == (422, "no_provider", {"code": "DSD:ERR:0002"})


def test_a_question_of_the_directory_is_handed_on_and_answered(stranger):
    question = Question.objects.create(owner="DE", type="codelist", texts={"EN": "Which port?"}, values=["HH"])
    DataService.objects.get(owner="DE").questions.add(question)
    Coverage.objects.create(publisher=Publisher.objects.get(owner="DE"), question=question, values=["HH"])
    path = f"evidence-types/{GERMAN}/data-services"

    asked = stranger.work(path, provider_country="DE").json()
    answered = stranger.work(path, provider_country="DE", **{f"q.{question.identifier}": "HH"}).json()

    assert asked["question"]["label"] == {"en": "Which port?"}
    assert (asked["question"]["id"], asked["data_services"]) == (str(question.identifier), [])
    assert answered["question"] is None
    assert len(answered["data_services"]) == 1


def test_a_directory_that_is_down_is_a_bad_gateway(stranger):
    service.remember_directory("FI", "https://nowhere.localhost:1/eb", "https://nowhere.localhost:1/dsd", "0" * 64)

    answer = stranger.work(f"requirements/{REQUIREMENT}/options", provider_country="FI")

    assert (answer.status_code, answer.json()["code"], answer.json()["retryable"]) == (502, "directory_unreachable", True)


def test_a_directory_signed_by_a_stranger_is_a_bad_gateway(stranger):
    service.remember_directory("DE", "https://localhost:8443/eb", "https://localhost:8443/dsd", "0" * 64)

    answer = stranger.work(f"requirements/{REQUIREMENT}/options", provider_country="DE")

    assert (answer.status_code, answer.json()["code"]) == (502, "directory_signature_invalid")


def test_the_code_list_of_procedures(stranger):
    procedures = {entry["code"]: entry["names"] for entry in stranger.get("procedures").json()["procedures"]}

    assert procedures["T2"]["en"] == "Admission to higher education"
    assert "00" in procedures


def test_the_procedures_one_country_declares(stranger):
    ReferenceFramework.objects.filter(country="ES").update(procedure_code="T3")

    answer = stranger.work("procedures", requester_country="PT").json()

    (procedure,) = answer["procedures"]
    assert (procedure["code"], procedure["national_titles"]["pt"]) == ("T2", "Candidatura a um mestrado")
    assert answer["sources"][0]["verdict"] == "verified"


def test_the_countries_and_what_works_with_each(stranger):
    countries = {entry["code"]: entry for entry in stranger.get("countries").json()["countries"]}

    assert len(countries) == 30
    assert countries["EL"]["names"] == {"en": "Greece", "fr": "Grèce"}
    assert (countries["DE"]["directory"], countries["DE"]["plays_provider"], countries["DE"]["eid"]) == ("own", True, True)
    assert (countries["SE"]["directory"], countries["SE"]["plays_provider"], countries["SE"]["eid"]) == ("none", False, False)


@pytest.mark.parametrize(
    "name", ["countries", "edm-error-codes", "languages", "levels-of-assurance", "media-types", "oots-countries", "procedures"]
)
def test_every_code_list_has_labels(stranger, name):
    codes = stranger.get(f"code-lists/{name}").json()["codes"]

    assert codes
    assert all(entry["names"]["en"] for entry in codes)


def test_an_unknown_code_list_is_not_found(stranger):
    assert stranger.get("code-lists/nothing").json()["code"] == "not_found"


def test_a_data_model_comes_with_its_schema(stranger):
    answer = stranger.get("schemas/higher-education-diploma").json()

    assert answer["identifier"].endswith("/datamodels/higher-education-diploma")
    assert answer["schema"].startswith("<?xml")
    assert stranger.get("schemas/nothing").status_code == 404


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("procedures/T2/requirements", "requester_country"),
        (f"requirements/{REQUIREMENT}/options", "provider_country"),
        (f"evidence-types/{GERMAN}/data-services", "provider_country"),
    ],
)
@pytest.mark.parametrize("value", [None, "", "GR", "Germany"])
def test_a_missing_or_wrong_country_is_pointed_out_and_nobody_is_bothered(stranger, path, parameter, value):
    answer = stranger.get(path, **({} if value is None else {parameter: value}))

    assert (answer.status_code, answer.json()["code"]) == (400, "validation_failed")
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]
    assert not AskedQuestion.objects.exists()
