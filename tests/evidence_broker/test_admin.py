"""How staff edit the directories' tables."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from common_services.models import AskedQuestion, KnownDirectory
from data_service_directory.models import AccessService, DataService, Publisher, Question
from evidence_broker.models import EvidenceType, EvidenceTypeList, ReferenceFramework, Requirement
from semantic_repository.models import Asset
from tests.common_services.seeds import seed_all

pytestmark = pytest.mark.django_db
TABLES = (
    Requirement,
    ReferenceFramework,
    EvidenceType,
    EvidenceTypeList,
    DataService,
    Publisher,
    AccessService,
    Question,
    Asset,
    AskedQuestion,
    KnownDirectory,
)


@pytest.fixture
def staff(admin_user):
    seed_all()
    client = Client(SERVER_NAME="localhost")
    client.force_login(admin_user)
    return client


def url(model, page, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", urlconf="oots_portal.urls.door", args=arguments)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_table_can_be_searched(staff, model):
    assert admin.site.is_registered(model)
    assert staff.get(url(model, "changelist"), {"q": "degree"}, secure=True).status_code == 200


@pytest.mark.parametrize(
    "model", [m for m in TABLES if m not in {AskedQuestion, KnownDirectory, Question}], ids=lambda model: model.__name__
)
def test_every_row_can_be_opened(staff, model):
    for row in model.objects.all():
        assert staff.get(url(model, "change", row.pk), secure=True).status_code == 200


def form_of(declared, match_type, *types):
    memberships = {
        "memberships-TOTAL_FORMS": len(types),
        "memberships-INITIAL_FORMS": 0,
        **{f"memberships-{number}-evidence_type": kind.pk for number, kind in enumerate(types)},
        **{f"memberships-{number}-position": number for number in range(len(types))},
    }
    return {
        "owner": "BG",
        "identifier": declared.identifier,
        "country": "BG",
        "jurisdiction_codes": "[]",
        "names": "{}",
        "match_descriptions": "{}",
        "requirements": [requirement.pk for requirement in declared.requirements.all()],
        "match_type": match_type,
        **memberships,
    }


@pytest.mark.parametrize(("match_type", "types", "saved"), [("NoMatch", 0, True), ("NoMatch", 1, False), ("", 0, False), ("", 1, True)])
def test_a_list_is_filled_or_declared_empty(staff, match_type, types, saved):
    declared = EvidenceTypeList.objects.get(country="BG")
    form = form_of(declared, match_type, *EvidenceType.objects.all()[:types])

    answer = staff.post(url(EvidenceTypeList, "change", declared.pk), form, secure=True)

    assert answer.status_code == (302 if saved else 200)


def test_what_was_asked_of_directories_is_for_reading(staff):
    assert staff.get(url(AskedQuestion, "add"), secure=True).status_code == 403
