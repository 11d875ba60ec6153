"""What staff can look at after whole exchanges: everything that happened, and nobody it happened to."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from edelivery.models import InboxMessage, OutboxMessage
from evidence_exchange.models import Exchange
from exchange_log.models import LogEntry
from oots_portal.procedure.models import Application
from tests.common_services.seeds import seed_all
from tests.evidence_exchange.conftest import adapters, clock, journey  # noqa: F401  (fixtures)
from tests.oots_portal.conftest import Browser

EDITED = {"evidence_broker", "data_service_directory", "semantic_repository", "auth"}
PERSON = ("Groß", "Jürgen", "GROSS", "1984-03-02", "2 March 1984", "March 2, 1984", "mock-7f3a91c2", "Rossi", "1985-05-05", "Tuntematon")


@pytest.fixture
def operator(db: None) -> Client:
    client = Browser("localhost:8443")
    client.force_login(User.objects.create_superuser("operator"))
    return client


@pytest.fixture
def secrets(journey, clock) -> list[str]:  # noqa: F811
    """Whole exchanges, approved, refused and waiting for the citizen; the tokens that were in the addresses on the way."""
    approved = journey.ask()
    first = journey.travel(approved)
    journey.decide(first)
    refused = journey.ask()
    second = journey.travel(refused)
    journey.look(second)
    journey.decide(second, accepted=())
    waiting = journey.travel(journey.ask())
    return [first, second, waiting, "/preview/", "/return/"]


def addresses() -> Iterator[str]:
    """Every page of the administration: lists, records, their histories."""
    yield from (reverse("admin:index"), reverse("admin:jobs"))
    for model in site._registry:
        names = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{names}_changelist")
        for pk in model.objects.values_list("pk", flat=True):
            yield reverse(f"{names}_change", args=[pk])
            yield reverse(f"{names}_history", args=[pk])


def test_no_page_names_a_person_or_leads_to_a_document(operator: Client, secrets: list[str]) -> None:
    seed_all()
    Application.objects.create(
        country="PT", procedure="master-application", person_index="index-of-jurgen", reference="K7M-4QX", opened_at="2026-01-01T00:00Z"
    )
    walked = 0
    for address in addresses():
        page = operator.get(address)
        assert page.status_code == 200, address
        leaked = [secret for secret in (*PERSON, *secrets, "index-of-jurgen") if secret in page.text]
        assert not leaked, f"{address}: {leaked}"
        walked += 1
    assert walked > 100


def test_no_log_entry_or_message_offers_the_sealed_columns(operator: Client, secrets: list[str]) -> None:
    for entry in LogEntry.objects.exclude(subject_index=""):
        page = operator.get(reverse("admin:exchange_log_logentry_change", args=[entry.pk])).text
        assert entry.subject_index not in page
        assert bytes(entry.sealed_subject).hex() not in page


@pytest.mark.parametrize("model", site._registry, ids=lambda model: model._meta.label)
def test_only_directories_and_users_can_be_edited(operator: Client, secrets: list[str], model) -> None:
    names = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    may_add = operator.get(reverse(f"{names}_add")).status_code == 200

    assert may_add == (model._meta.app_label in EDITED)
    row = model.objects.first()
    if row and not may_add:
        assert operator.post(reverse(f"{names}_change", args=[row.pk]), {}).status_code == 403
        assert operator.post(reverse(f"{names}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
        assert 'name="action"' not in operator.get(reverse(f"{names}_changelist")).text


def test_an_exchange_is_found_by_whatever_identifies_it(operator: Client, secrets: list[str]) -> None:
    exchange = Exchange.objects.asked().order_by("pk").first()
    sent = exchange.sent_requests.first()
    answer = InboxMessage.objects.filter(exchange_id=str(exchange.exchange_id), action="ExceptionResponse").first()
    terms = (str(exchange.exchange_id), str(exchange.exchange_id)[:8], str(sent.request_id), sent.message_id, answer.message_id)
    for term in terms:
        assert found(operator, term) == set(Exchange.objects.filter(exchange_id=exchange.exchange_id).values_list("pk", flat=True)), term
    same = Exchange.objects.filter(conversation_id=exchange.conversation_id)
    assert found(operator, str(exchange.conversation_id)) == set(same.values_list("pk", flat=True))
    assert exchange.pk in found(operator, exchange.reference)
    assert found(operator, "QQQ-QQQ") == set()


def found(operator: Client, term: str) -> set[int]:
    page = operator.get(reverse("admin:evidence_exchange_exchange_changelist"), {"q": term}).text
    return {int(pk) for pk in re.findall(r"/admin/evidence_exchange/exchange/(\d+)/change/", page)}


def test_a_search_without_result_says_so(operator: Client) -> None:
    page = operator.get(reverse("admin:evidence_exchange_exchange_changelist"), {"q": "QQQ-QQQ"})

    assert "Nothing here goes by “QQQ-QQQ”." in page.text


def test_exchange_messages_and_log_lead_to_each_other(operator: Client, secrets: list[str]) -> None:
    exchange = Exchange.objects.asked().first()
    story = links(operator, reverse("admin:evidence_exchange_exchange_change", args=[exchange.pk]))
    message = OutboxMessage.objects.filter(exchange_id=str(exchange.exchange_id)).first()
    entry = LogEntry.objects.filter(message_id=message.message_id).first()

    assert {"/admin/edelivery/outboxmessage/", "/admin/edelivery/inboxmessage/", "/admin/exchange_log/logentry/"} <= story
    from_message = links(operator, reverse("admin:edelivery_outboxmessage_change", args=[message.pk]))
    assert {"/admin/evidence_exchange/exchange/", "/admin/exchange_log/logentry/"} <= from_message
    from_entry = links(operator, reverse("admin:exchange_log_logentry_change", args=[entry.pk]))
    assert {"/admin/evidence_exchange/exchange/", "/admin/edelivery/outboxmessage/"} <= from_entry


def links(operator: Client, address: str) -> set[str]:
    """The lists that a page searches by an identifier, each search with a result."""
    searches = [target for target in html.fromstring(operator.get(address).text).xpath("//a/@href") if "?q=" in target]
    for target in searches:
        assert "Nothing here" not in operator.get(target).text, target
    return {target.partition("?")[0] for target in searches}


def test_every_page_obeys_the_content_security_policy(operator: Client, secrets: list[str]) -> None:
    rows = (Exchange.objects.first(), OutboxMessage.objects.first(), LogEntry.objects.first())
    opened = [reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk]) for row in rows]
    for address in (reverse("admin:index"), reverse("admin:jobs"), *opened):
        page = operator.get(address)
        tree = html.fromstring(page.text)
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        assert tree.xpath("//style | //script[not(@src)] | //@style") == []


def test_the_administration_speaks_french(operator: Client, secrets: list[str]) -> None:
    operator.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"
    row = Exchange.objects.first()
    for address in (reverse("admin:index"), reverse("admin:jobs"), reverse("admin:evidence_exchange_exchange_change", args=[row.pk])):
        page = operator.get(address)
        assert page.status_code == 200
        assert 'lang="fr"' in page.text
        assert "Administration de la plateforme" in page.text
