"""Staff see headers, digests, receipts and verdicts; they change nothing and see no payload."""

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import User

from edelivery import service
from edelivery.models import InboxMessage, OutboxMessage, Party
from tests.edelivery.factories import REQUEST, outbound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties", "correspondence")]


@pytest.fixture
def chief(rf):
    request = rf.get("/admin/")
    request.user = User.objects.create_superuser("chief")
    return request


@pytest.fixture
def exchanged(clock, correspondence, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        service.submit(outbound())


@pytest.mark.parametrize("table", [Party, OutboxMessage, InboxMessage])
def test_not_even_the_administrator_changes_anything(chief, table):
    page = site.get_model_admin(table)

    assert page.has_view_permission(chief)
    assert not page.has_add_permission(chief)
    assert not page.has_change_permission(chief)
    assert not page.has_delete_permission(chief)


@pytest.mark.parametrize("table", [OutboxMessage, InboxMessage])
def test_a_message_shows_its_proofs_and_not_its_payload(chief, exchanged, table):
    response = site.get_model_admin(table).change_view(chief, str(table.objects.get().pk))

    page = response.render().content.decode()

    for shown in (f"cid:{REQUEST.content_id}", "NonRepudiationInformation", "BinarySecurityToken", "oots-edm:v2.0"):
        assert shown in page
    assert "QueryRequest/&gt;" not in page


@pytest.mark.parametrize("table", [Party, OutboxMessage, InboxMessage])
def test_the_lists_render(chief, exchanged, table):
    response = site.get_model_admin(table).changelist_view(chief)

    assert response.render().status_code == 200
