"""Several workers and several copies at the same moment, on real connections."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from deployments.clock import SystemClock
from edelivery import service
from edelivery.models import InboxMessage, InboxState, OutboxMessage
from edelivery.seeding import seed_parties
from edelivery.steps import storing
from edelivery.steps.delivering import deliver_message
from edelivery.steps.sending import send_message
from edelivery.transport.in_memory import InMemoryTransport
from tests.edelivery.factories import as4_message, outbound, packed
from tests.edelivery.test_receiving import post

WORKERS = 4
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def several_connections(monkeypatch, correspondence):
    seed_parties()
    # No wake-up: the tests say themselves who works when.
    monkeypatch.setattr(storing, "wake", lambda task, *arguments: None)
    monkeypatch.setattr("edelivery.gateways.own.wake", lambda task, *arguments: None)


def at_once(work: Callable[[], Any]) -> list[Any]:
    """What each worker got when all began at the same moment."""
    start = Barrier(WORKERS)

    def one(_: int) -> Any:
        try:
            start.wait()
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(one, range(WORKERS)))


def test_copies_that_arrive_together_are_one_message_with_one_receipt():
    message = packed(as4_message(datetime.now(UTC)))

    receipts = at_once(lambda: post(message).content)

    assert len(set(receipts)) == 1
    assert InboxMessage.objects.count() == 1


def test_workers_that_deliver_together_deliver_once(correspondence):
    post(packed(as4_message(datetime.now(UTC))))
    row = InboxMessage.objects.get()

    at_once(lambda: deliver_message(row.pk, clock=SystemClock()))

    assert len(correspondence.received) == 1
    assert InboxMessage.objects.get().state == InboxState.DELIVERED


def test_workers_that_send_together_send_once():
    service.submit(outbound())
    row, transport = OutboxMessage.objects.get(), InMemoryTransport()

    at_once(lambda: send_message(row.pk, transport=transport, clock=SystemClock()))

    assert len(transport.posted) == 1
