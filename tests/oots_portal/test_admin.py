from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from oots_portal.procedure.models import Application
from tests.oots_portal.conftest import Browser


@pytest.fixture
def operator(db: None) -> Client:
    client = Browser("localhost:8443")
    client.force_login(User.objects.create_superuser("operator"))
    return client


def test_an_application_is_found_by_its_reference_without_its_person(operator: Client, ask: Callable[..., Client]) -> None:
    ask()
    application = Application.objects.get()

    found = operator.get("/admin/oots_portal/application/", {"q": application.reference})
    page = operator.get(f"/admin/oots_portal/application/{application.pk}/change/")

    assert application.reference in found.text
    for answer in (found, page):
        assert "Groß" not in answer.text
        assert application.person_index not in answer.text


def test_staff_can_change_and_delete_nothing(operator: Client, ask: Callable[..., Client]) -> None:
    ask()
    application = Application.objects.get()
    address = f"/admin/oots_portal/application/{application.pk}"

    assert operator.post(f"{address}/change/", {"reference": "AAA-AAA"}).status_code == 403
    assert operator.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert operator.get("/admin/oots_portal/application/add/").status_code == 403
