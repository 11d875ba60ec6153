"""The page of the jobs says whether the sweeps run and what is left behind."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from common_services.models import AskedQuestion, Outcome
from edelivery.models import InboxMessage, OutboxMessage
from evidence_exchange.models import Exchange
from oots_portal import tasks
from oots_portal.operations import heartbeat
from tests.evidence_exchange.conftest import adapters, clock, journey  # noqa: F401  (fixtures)
from tests.oots_portal.conftest import Browser


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setattr(heartbeat, "state_folder", lambda: tmp_path)


@pytest.fixture
def operator(db: None) -> Client:
    client = Browser("localhost:8443")
    client.force_login(User.objects.create_superuser("operator"))
    return client


def jobs(operator: Client) -> tuple[str, dict[str, tuple[int, str]]]:
    """What the page says first, and each kind of work with its count and its list."""
    tree = html.fromstring(operator.get(reverse("admin:jobs")).text)
    rows = tree.xpath("//tr[th/a]")
    heaps = {row.xpath("string(th)").strip(): (int(row.xpath("string(td)").split()[0]), row.xpath("string(th/a/@href)")) for row in rows}
    return " ".join(tree.xpath("string(//p[@role='status'])").split()), heaps


def listed(operator: Client, address: str) -> int:
    return len(html.fromstring(operator.get(address).text).xpath("//table[@id='result_list']/tbody/tr"))


def test_it_says_that_the_worker_never_swept(operator: Client) -> None:
    verdict, _heaps = jobs(operator)

    assert verdict.startswith("The worker is silent.")


def test_it_says_that_all_is_well(operator: Client) -> None:
    heartbeat.beat()

    verdict, heaps = jobs(operator)

    assert verdict == "The worker runs and nothing is left behind."
    assert {count for count, _address in heaps.values()} == {0}


def test_it_names_the_package_whose_sweep_failed(operator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(now: datetime) -> None:
        raise RuntimeError

    broken.__module__ = "edelivery.service"
    monkeypatch.setattr(tasks, "SWEEPS", (broken,))
    tasks.sweep()

    verdict, _heaps = jobs(operator)

    assert verdict == "The worker runs, and something needs your attention."
    assert "edelivery.service" in operator.get(reverse("admin:jobs")).text


def test_it_counts_messages_that_wait_and_messages_given_up(operator: Client, journey) -> None:  # noqa: F811
    heartbeat.beat()
    journey.ask()
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    sent, received = OutboxMessage.objects.order_by("pk"), InboxMessage.objects.order_by("pk")
    OutboxMessage.objects.filter(pk=sent[0].pk).update(state="waiting_retry", due_at=long_ago)
    OutboxMessage.objects.filter(pk=sent[1].pk).update(state="send_failure")
    InboxMessage.objects.filter(pk=received[0].pk).update(state="received", due_at=long_ago)
    InboxMessage.objects.filter(pk=received[1].pk).update(state="dead_letter")

    verdict, heaps = jobs(operator)

    assert verdict == "The worker runs, and something needs your attention."
    for words in ("Waiting to be sent", "Given up: no receipt came", "Waiting to be delivered inside", "Could not be delivered"):
        count, address = heaps[words]
        assert count == listed(operator, address) == 1, words


def test_it_counts_exchanges_whose_clock_is_over(operator: Client, journey, clock) -> None:  # noqa: F811
    journey.ask()
    clock.advance(timedelta(days=30))

    _verdict, heaps = jobs(operator)

    count, address = heaps["Clock over, and nothing done about it yet"]
    assert count == listed(operator, address) == 2
    journey.wait(seconds=1)
    assert not Exchange.objects.asked().filter(settled_at=None).exists()
    assert jobs(operator)[1]["Clock over, and nothing done about it yet"][0] == 0


def test_it_counts_questions_that_directories_did_not_answer(operator: Client) -> None:
    now = datetime.now(UTC)
    for number, outcome in enumerate((Outcome.OPEN, Outcome.ANSWERED, Outcome.UNREACHABLE, Outcome.NOT_TRUSTED)):
        AskedQuestion.objects.create(
            key=str(number), url="https://x", version="v", directory="eb", query_id="q", outcome=outcome, asked_at=now
        )

    _verdict, heaps = jobs(operator)

    assert heaps["Waiting for an answer"][0] == 1
    count, address = heaps["Unreachable, not trusted or unreadable"]
    assert count == listed(operator, address) == 2


def test_only_staff_sees_it(db: None) -> None:
    assert Browser("localhost:8443").get("/admin/jobs/").status_code == 302
