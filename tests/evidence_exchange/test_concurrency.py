"""Several workers and several presses at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connections

from deployments import waking
from edelivery.seeding import seed_parties
from evidence_exchange import service
from evidence_exchange.models import Exchange, FrozenPiece, Preview, ReceivedRequest, SentRequest
from evidence_exchange.provider import service as preview_space
from evidence_exchange.provider.steps.answer_decision import answer_decision
from evidence_exchange.provider.steps.process_request import process_request
from evidence_exchange.provider.steps.receive_request import receive_request
from evidence_exchange.requester.steps.receive_answer import receive_answer
from evidence_exchange.requester.steps.send_request import send_request
from tests.evidence_exchange.factories import wish
from tests.evidence_exchange.journey import BROWSER
from tests.evidence_exchange.stranger import delivered

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 4


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(autouse=True)
def several_connections(monkeypatch, outbox):
    seed_parties()
    # No wake-up: the tests say themselves who works when.
    monkeypatch.setattr(waking, "_run", lambda task, arguments: None)


def at_once(*works):
    """Every work by several workers, all beginning at the same moment."""
    everybody = [work for work in works for _ in range(WORKERS // len(works))]
    start = Barrier(len(everybody))

    def one(work):
        try:
            start.wait()
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(everybody)) as pool:
        return list(pool.map(one, everybody))


def asked():
    exchange_id = service.open_exchange(wish())
    send_request(Exchange.objects.asked().get().pk, now())
    return exchange_id


def previewed(outbox):
    """An exchange in its preview, whose second request has left and has not arrived yet."""
    exchange_id = asked()
    receive_request(delivered(outbox[0], now()))
    process_request(ReceivedRequest.objects.get().pk, now())
    receive_answer(delivered(outbox[-1], now()))
    token = service.continue_to_preview(exchange_id).rpartition("/")[2]
    (shown,) = preview_space.open_preview(token, BROWSER, now()).pieces
    return token, frozenset({shown.id})


def test_one_wish_pressed_by_several_hands_is_one_exchange():
    wanted = wish()

    assert len(set(at_once(lambda: service.open_exchange(wanted)))) == 1
    assert Exchange.objects.count() == 1


def test_one_request_leaves_however_many_workers_try(outbox):
    service.open_exchange(wish())
    pk = Exchange.objects.get().pk

    at_once(lambda: send_request(pk, now()))

    assert len(outbox) == 1


def test_one_preview_is_made_however_many_workers_try(outbox):
    asked()
    receive_request(delivered(outbox[0], now()))
    pk = ReceivedRequest.objects.get().pk

    at_once(lambda: process_request(pk, now()))

    assert (Preview.objects.count(), FrozenPiece.objects.count(), len(outbox)) == (1, 1, 2)


def test_continue_pressed_by_several_hands_sends_one_second_request(outbox):
    exchange_id = asked()
    receive_request(delivered(outbox[0], now()))
    process_request(ReceivedRequest.objects.get().pk, now())
    receive_answer(delivered(outbox[-1], now()))

    assert len(set(at_once(lambda: service.continue_to_preview(exchange_id)))) == 1
    assert SentRequest.objects.filter(round=2).count() == 1


def test_decision_and_second_request_at_the_same_moment_are_one_answer(outbox):
    token, accepted = previewed(outbox)
    receive_request(delivered(outbox[-1], now()))
    second, before = ReceivedRequest.objects.get(round=2).pk, len(outbox)

    at_once(lambda: preview_space.decide(token, BROWSER, accepted, now()), lambda: process_request(second, now()))
    at_once(lambda: answer_decision(Preview.objects.get().pk, now()))

    assert len(outbox) == before + 1
