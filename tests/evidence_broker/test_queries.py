"""The two official queries, asked by HTTP."""

import pytest
from django.test import Client

from common_services.messages.broker_reader import read_requirement_options, read_requirements
from common_services.queries import QueryId
from evidence_broker.models import NO_MATCH, EvidenceTypeList, ReferenceFramework, Requirement
from tests.common_services.asking import document, get, refusals, search
from tests.common_services.seeds import REQUIREMENT, seed_all

pytestmark = pytest.mark.django_db
Q1, Q2 = QueryId.REQUIREMENTS, QueryId.EVIDENCE_TYPES


@pytest.fixture(autouse=True)
def declared():
    seed_all()


def test_a_procedure_in_a_country_has_its_requirements_with_the_matching_framework_only():
    (requirement,) = read_requirements(document(search("eb", Q1, procedure_id="T2", country_code="PT")))

    (framework,) = requirement.frameworks
    assert requirement.identifier == REQUIREMENT
    assert requirement.names["EN"] == "Proof of tertiary education qualification"
    assert (framework.procedure_codes, framework.jurisdictions[0].country) == (("T2",), "PT")


def test_without_filters_the_whole_catalogue_is_told():
    (requirement,) = read_requirements(document(search("eb", Q1)))

    assert {framework.jurisdictions[0].country for framework in requirement.frameworks} == {"PT", "ES"}


def test_the_answer_to_the_first_query_holds_no_list():
    assert b"EvidenceTypeList" not in search("eb", Q1, procedure_id="T2", country_code="PT").content


def test_object_identifiers_are_made_for_each_answer():
    first, second = (search("eb", Q1, procedure_id="T2", country_code="PT").content for _ in range(2))

    assert first != second
    assert first.count(b'id="urn:uuid:') == 1


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"procedure_id": "T3", "country_code": "PT"}, ("EB:ERR:0001", "EMPTY_RESULT")),
        ({"procedure_id": "T2", "country_code": "SE"}, ("EB:ERR:0001", "EMPTY_RESULT")),
        ({"procedure_id": "Z9", "country_code": "PT"}, ("EB:ERR:0005", "procedure-id")),
        ({"procedure_id": "T2", "country_code": "GR"}, ("EB:ERR:0006", "country-code")),
        ({"procedure_id": "T2", "jurisdiction_admin_l2": "PT1"}, ("EB:ERR:0003", "jurisdiction-admin-l2")),
        ({"procedure_id": ["T2", "T3"]}, ("EB:ERR:0003", "procedure-id")),
        ({"return_incomplete": "perhaps"}, ("EB:ERR:0003", "return-incomplete")),
    ],
    ids=str,
)
def test_what_has_no_requirements_is_refused_with_its_code(parameters, refusal):
    assert refusals(search("eb", Q1, **parameters)) == [refusal]


def test_a_parameter_sent_empty_counts_as_absent():
    assert read_requirements(document(search("eb", Q1, procedure_id="", country_code="PT")))


def test_the_system_check_procedure_is_known():
    assert refusals(search("eb", Q1, procedure_id="00")) == [("EB:ERR:0001", "EMPTY_RESULT")]


def test_a_requirement_is_told_with_all_frameworks_and_the_lists_of_the_country_asked_for():
    options = read_requirement_options(document(search("eb", Q2, requirement_id=REQUIREMENT, country_code="FR")))

    assert {framework.jurisdictions[0].country for framework in options.requirement.frameworks} == {"PT", "ES"}
    (declared,) = options.lists
    assert [kind.titles["EN"] for kind in declared.evidence_types] == ["Degree certificate", "Transcript of marks"]
    assert declared.country == "FR"


def test_without_a_country_the_lists_of_all_countries_are_told():
    options = read_requirement_options(document(search("eb", Q2, requirement_id=REQUIREMENT)))

    assert {declared.country for declared in options.lists} == {"DE", "EE", "FR", "BG", "EL"}


def test_a_declared_no_match_is_told():
    (declared,) = read_requirement_options(document(search("eb", Q2, requirement_id=REQUIREMENT, country_code="BG"))).lists

    assert declared.no_match
    assert declared.evidence_types == ()
    assert "paper" in declared.match_descriptions["EN"]


def test_an_empty_list_that_declares_nothing_is_never_told():
    EvidenceTypeList.objects.filter(country="BG").update(match_type="")

    assert refusals(search("eb", Q2, requirement_id=REQUIREMENT, country_code="BG")) == [("EB:ERR:0001", "EMPTY_RESULT")]


def test_a_filled_list_that_declares_no_match_is_never_told():
    EvidenceTypeList.objects.filter(country="DE").update(match_type=NO_MATCH)

    assert refusals(search("eb", Q2, requirement_id=REQUIREMENT, country_code="DE")) == [("EB:ERR:0001", "EMPTY_RESULT")]


def test_the_path_of_a_requirement_is_its_key_whatever_the_host():
    elsewhere = REQUIREMENT.replace("sr.oots", "sr.acc.oots")

    options = read_requirement_options(document(search("eb", Q2, requirement_id=elsewhere, country_code="DE")))

    assert options.requirement.identifier == REQUIREMENT


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({}, ("EB:ERR:0002", "requirement-id")),
        ({"requirement_id": REQUIREMENT[:-1] + "0"}, ("EB:ERR:0002", "requirement-id")),
        ({"requirement_id": "not an address"}, ("EB:ERR:0002", "requirement-id")),
        ({"requirement_id": REQUIREMENT, "country_code": "SE"}, ("EB:ERR:0001", "EMPTY_RESULT")),
        ({"requirement_id": REQUIREMENT, "country_code": "XX"}, ("EB:ERR:0006", "country-code")),
        ({"requirement_id": REQUIREMENT, "procedure_id": "T2"}, ("EB:ERR:0003", "procedure-id")),
    ],
    ids=str,
)
def test_what_has_no_evidence_types_is_refused_with_its_code(parameters, refusal):
    assert refusals(search("eb", Q2, **parameters)) == [refusal]


@pytest.mark.parametrize("query_id", [None, "", "urn:oots:nothing", QueryId.DATA_SERVICES])
def test_an_unknown_query_is_refused(query_id):
    assert refusals(search("eb", query_id)) == [("EB:ERR:0007", "queryId")]


@pytest.mark.parametrize("version", ["oots-cs:v1.0", "oots-cs:v1.2", "oots-cs:v3.0", "nonsense"])
def test_another_version_is_refused(version):
    response = search("eb", Q1, headers={"Accept-Version": version}, procedure_id="T2", country_code="PT")

    assert refusals(response) == [("EB:ERR:0003", "Accept-Version")]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_not_allowed(method):
    response = getattr(Client(SERVER_NAME="localhost", enforce_csrf_checks=True), method)("/eb/rest/search", secure=True)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_a_head_request_has_the_headers_and_no_body():
    response = Client(SERVER_NAME="localhost").head(f"/eb/rest/search?queryId={Q1}", secure=True)

    assert (response.status_code, response.content) == (200, b"")
    assert {"digest", "oots-response-sig"} <= {name.lower() for name in response.headers}


def test_nobody_in_between_may_compress_the_signed_bytes():
    response = get("eb", f"queryId={Q1}", headers={"Accept-Encoding": "gzip, br"})

    assert "Content-Encoding" not in response.headers
    document(response)


def test_seeding_twice_changes_nothing_and_keeps_what_staff_edited():
    Requirement.objects.update(names={"EN": "Edited by staff"})
    before = (Requirement.objects.count(), ReferenceFramework.objects.count(), EvidenceTypeList.objects.count())

    seed_all()

    assert (Requirement.objects.count(), ReferenceFramework.objects.count(), EvidenceTypeList.objects.count()) == before
    assert Requirement.objects.get().names == {"EN": "Edited by staff"}
