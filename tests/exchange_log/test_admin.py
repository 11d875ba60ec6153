"""Staff read the log and see neither persons nor messages."""

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import User
from django.test import RequestFactory

from exchange_log.events import Event
from exchange_log.models import LogEntry
from tests.exchange_log.test_service import person, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(rf: RequestFactory):
    request = rf.get("/admin/")
    request.user = User.objects.create_superuser("chief")
    return request


def test_not_even_the_administrator_may_change_a_row(chief):
    page = site.get_model_admin(LogEntry)

    assert page.has_view_permission(chief)
    assert not page.has_add_permission(chief)
    assert not page.has_change_permission(chief)
    assert not page.has_delete_permission(chief)


def test_a_page_of_the_log_shows_the_event_and_nothing_sealed(chief):
    record(Event.REQUEST_RECEIVED, subject=person(), body=b"<secret/>")
    row = LogEntry.objects.get()

    response = site.get_model_admin(LogEntry).change_view(chief, str(row.pk))
    names = [field for fieldset in response.context_data["adminform"].fieldsets for field in fieldset[1]["fields"]]

    assert "event" in names
    assert not {"sealed_body", "sealed_subject", "subject_index"} & set(names)
