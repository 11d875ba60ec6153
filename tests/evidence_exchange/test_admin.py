"""How staff see exchanges: whose turn, until when; never a person, never a document."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from evidence_exchange.models import Exchange

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client, settings):
    settings.SECURE_SSL_REDIRECT = False
    client.force_login(get_user_model().objects.create_superuser("olga", password="x"))
    client.defaults["HTTP_HOST"] = "localhost:8443"
    return client


def page(operator, exchange: Exchange | None = None, **query) -> str:
    name = "admin:evidence_exchange_exchange_" + ("change" if exchange else "changelist")
    response = operator.get(reverse(name, args=[exchange.pk] if exchange else []), query, secure=True)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_says_whose_turn_it_is_and_until_when(operator, journey):
    journey.ask()

    text = page(operator)

    assert text.count("the citizen, until") == 2


def test_an_exchange_is_found_by_what_a_citizen_reads_out(operator, journey):
    exchange_id = journey.ask()

    for term in ("K7M-4QX", str(exchange_id), journey.asked(exchange_id).sent_requests.get().message_id):
        assert "K7M-4QX" in page(operator, q=term)
    assert "K7M-4QX" not in page(operator, q="QQQ-QQQ").replace('value="K7M-4QX"', "")


@pytest.mark.parametrize("side", ["asked", "provided"])
def test_an_exchange_tells_its_story_without_naming_anybody(operator, journey, side):
    exchange_id = journey.approve()

    text = page(operator, getattr(journey, side)(exchange_id))

    assert "Preview issued" in text
    assert "Verified" in text
    for secret in ("Groß", "Jürgen", "1984-03-02", "mock-7f3a91c2"):
        assert secret not in text


def test_no_button_changes_a_running_exchange(operator, journey):
    exchange = journey.asked(journey.ask())

    text = page(operator, exchange)

    assert 'name="_save"' not in text
    assert "deletelink" not in text
    assert operator.post(reverse("admin:evidence_exchange_exchange_change", args=[exchange.pk]), secure=True).status_code == 403


def test_the_tables_with_persons_and_documents_are_not_in_the_admin(operator):
    from django.contrib import admin

    from evidence_exchange.models import EvidencePiece, FrozenPiece, Preview, Redirection, Subject

    assert not {EvidencePiece, FrozenPiece, Preview, Redirection, Subject} & set(admin.site._registry)
