"""The portal's way to our own directories: through their interface, in one process here and over HTTP elsewhere."""

from dataclasses import replace

import pytest

from common_services import service
from common_services.messages.failures import FailureKind
from data_service_directory.models import DataService
from evidence_broker.models import EvidenceTypeList, Requirement
from tests.common_services.seeds import GERMAN_DEGREE, REQUIREMENT, seed_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def lookup(django_capture_on_commit_callbacks):
    def asked(query):
        with django_capture_on_commit_callbacks(execute=True):
            service.answer_of(query)
        return service.answer_of(query)

    return asked


def test_the_cascade_from_procedure_to_access_point(lookup):
    seed_all()

    (requirement,) = lookup(service.requirements_query("T2", "PT")).value
    options = lookup(service.evidence_types_query(requirement.identifier, "DE")).value
    (evidence_type,) = options.lists[0].evidence_types
    (data_service,) = lookup(service.data_services_query(evidence_type.classification, "DE")).value

    assert requirement.identifier == REQUIREMENT
    assert evidence_type.classification == GERMAN_DEGREE
    assert data_service.access_services[0].party.value == "AP_DE_01"


def test_with_empty_tables_our_directory_knows_nothing_whatever_the_portal_would_like(lookup):
    assert lookup(service.requirements_query("T2", "PT")).failure.kind is FailureKind.UNKNOWN_PROCEDURE
    assert lookup(service.data_services_query(GERMAN_DEGREE, "DE")).failure.kind is FailureKind.NO_PROVIDER


def test_the_directories_stand_where_the_deployment_says(settings, lookup):
    seed_all()
    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, eb_url="https://localhost:8443/elsewhere")

    assert lookup(service.requirements_query("T2", "PT")).failure.kind is FailureKind.UNREACHABLE
    assert lookup(service.data_services_query(GERMAN_DEGREE, "DE")).is_ready


def test_an_answer_costs_few_questions_to_the_database(django_assert_max_num_queries):
    seed_all()
    from tests.common_services.asking import search

    with django_assert_max_num_queries(5):
        search("eb", service.evidence_types_query(REQUIREMENT, "DE").query_id, requirement_id=REQUIREMENT, country_code="DE")
    with django_assert_max_num_queries(7):
        search(
            "dsd", service.data_services_query(GERMAN_DEGREE, "DE").query_id, evidence_type_classification=GERMAN_DEGREE, country_code="DE"
        )
    assert (Requirement.objects.count(), EvidenceTypeList.objects.count(), DataService.objects.count()) == (1, 5, 5)
