"""A worker dies before or after any effect: the sweep finds it, nothing is lost, nothing leaves twice (X13)."""

from datetime import timedelta
from importlib import import_module

import pytest

from deployments import service as deployments
from edelivery import service as edelivery
from edm.errors import ServiceUnavailable
from evidence_exchange import service
from evidence_exchange.deliveries import Deliveries
from evidence_exchange.models import FrozenPiece
from evidence_exchange.provider import service as preview_space
from evidence_exchange.provider.steps.receive_request import receive_request
from evidence_exchange.requester.steps.receive_answer import receive_answer
from evidence_exchange.sources.base import RegisterTooSlow
from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import RequesterState as Q
from tests.evidence_exchange.factories import wish
from tests.evidence_exchange.journey import BROWSER
from tests.evidence_exchange.stranger import delivered
from tests.evidence_exchange.test_race import Second

pytestmark = pytest.mark.django_db

ASKING, ANSWERING = "evidence_exchange.requester.steps", "evidence_exchange.provider.steps"
POINTS = [
    f"{ASKING}.send_request:record_alone",
    f"{ASKING}.send_request:record",
    f"{ASKING}.receive_answer:settle_error",
    f"{ASKING}.settle_response:keep_evidence",
    f"{ANSWERING}.receive_request:keep_subject",
    f"{ANSWERING}.process_request:validate_request",
    f"{ANSWERING}.process_request:match_person",
    f"{ANSWERING}.issue_preview:freeze",
    f"{ANSWERING}.issue_preview:record",
    f"{ANSWERING}.hold_second_request:_hold",
    f"{ANSWERING}.answer_decision:record_intent",
    f"{ANSWERING}.answer_decision:send_answer",
]


class Killed(Exception):
    pass


def kill_once(monkeypatch, point: str, when: str):
    module_name, name = point.split(":")
    module = import_module(module_name)
    real, deaths = getattr(module, name), []

    def dying(*arguments, **named):
        if deaths:
            return real(*arguments, **named)
        deaths.append(point)
        if when == "after":
            real(*arguments, **named)
        raise Killed(point)

    monkeypatch.setattr(module, name, dying)
    return deaths


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("point", POINTS)
def test_an_exchange_survives_the_death_of_its_worker(journey, monkeypatch, point, when):
    deaths = kill_once(monkeypatch, point, when)

    exchange_id = journey.ask()
    recover(journey)
    token = journey.travel(exchange_id)
    recover(journey)
    journey.decide(token)
    recover(journey)

    assert deaths
    assert journey.state(exchange_id) == Q.DELIVERED
    assert journey.provided(exchange_id).state == P.ANSWERED_EVIDENCE
    assert len(service.pieces(exchange_id)) == 1
    assert [m.direction for m in edelivery.messages_of_exchange(exchange_id)].count("sent") == 4
    facts = journey.events(exchange_id, "provider") + journey.events(exchange_id, "requester")
    assert [facts.count(fact) for fact in ("request_sent", "error_sent", "response_sent", "evidence_delivered")] == [1, 1, 1, 1]


def recover(journey):
    """Leases lapse, and the access point hands a message over again whose receiver failed."""
    journey.wait(seconds=6)
    journey.clock.advance(timedelta(minutes=1))
    journey.run(edelivery.sweep, journey.clock.now())
    journey.wait(seconds=6)


def test_a_request_whose_wake_up_was_lost_is_sent_by_the_sweep(journey):
    exchange_id = service.open_exchange(wish())  # Nobody runs what the commit woke.

    journey.wait(seconds=4)
    assert journey.state(exchange_id) == Q.REQUESTED
    journey.wait(seconds=1)

    assert journey.state(exchange_id) == Q.PREVIEW_REQUIRED


def test_a_decision_whose_wake_up_was_lost_is_answered_by_the_sweep(journey):
    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    (shown,) = journey.look(token).pieces
    preview_space.decide(token, BROWSER, frozenset({shown.id}), journey.clock.now())

    journey.wait(seconds=5)

    assert journey.state(exchange_id) == Q.DELIVERED


def test_bytes_that_outlived_their_answer_are_wiped_by_the_sweep(journey):
    journey.approve()
    FrozenPiece.objects.update(wiped_at=None)

    journey.wait(seconds=1)

    assert not FrozenPiece.objects.filter(wiped_at=None).exists()


def test_a_request_that_always_fails_is_answered_when_t1_is_over(journey, monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(f"{ANSWERING}.process_request.validate_request", broken)
    exchange_id = journey.ask()
    journey.wait(minutes=4)
    assert journey.provided(exchange_id).state == P.VALIDATING

    journey.wait(minutes=1)

    assert service.summary(exchange_id).error_code == "EDM:ERR:0005"


@pytest.mark.parametrize(("failure", "code"), [(ServiceUnavailable(), "EDM:ERR:0008"), (RegisterTooSlow(), "EDM:ERR:0005")])
def test_a_register_that_is_down_is_an_error_with_a_code(journey, monkeypatch, failure, code):
    def down(*_):
        raise failure

    monkeypatch.setattr("evidence_exchange.sources.in_memory.InMemoryRegister.find", down)

    assert service.summary(journey.ask()).error_code == code


def test_a_document_that_cannot_be_read_any_more_is_not_replaced_by_another(journey):
    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    journey.look(token)
    deployments.blobs().wipe(FrozenPiece.objects.get().blob_key)

    journey.decide(token)

    assert service.summary(exchange_id).error_code == "EDM:ERR:0008"


def test_an_access_point_nobody_knows_is_found_before_sending(journey):
    from edelivery.models import Party

    Party.objects.filter(country="DE").delete()

    exchange_id = journey.ask()

    assert service.summary(exchange_id).error_detail == "unknown_access_point"


def test_an_access_point_that_left_meanwhile_is_undeliverable(journey):
    from edelivery.models import Party

    exchange_id = service.open_exchange(wish())
    Party.objects.filter(country="DE").delete()

    journey.wait(seconds=5)

    assert journey.state(exchange_id) == Q.UNDELIVERABLE
    assert "transport_failed" in journey.events(exchange_id, "requester")


def test_a_final_failure_of_the_transport_is_told_and_a_late_answer_still_counts(journey, outbox):
    exchange_id = journey.ask()
    journey.run(Deliveries().undeliverable, outbox[0].message_id, "EBMS:0202 nobody answered", journey.clock.now())
    assert service.summary(exchange_id).error_detail == "EBMS:0202 nobody answered"

    journey.run(receive_request, delivered(outbox[0], journey.clock.now()))
    journey.run(receive_answer, delivered(outbox[-1], journey.clock.now()))

    assert (journey.state(exchange_id), service.summary(exchange_id).arrived_late) == (Q.PREVIEW_REQUIRED, True)


def test_an_answer_nobody_took_is_told(journey, outbox):
    exchange_id = journey.ask()
    journey.run(receive_request, delivered(outbox[0], journey.clock.now()))

    journey.run(Deliveries().undeliverable, outbox[-1].message_id, "EBMS:0202 nobody answered", journey.clock.now())

    assert journey.provided(exchange_id).state == P.ANSWER_NOT_SENT
    assert not FrozenPiece.objects.filter(wiped_at=None).exists()
    assert "answer_not_sent" in journey.events(exchange_id, "provider")


def test_an_offer_that_was_followed_has_arrived_whatever_our_access_point_says(journey, outbox):
    second = Second(journey, outbox)
    second.arrive(second.message)

    journey.run(Deliveries().undeliverable, outbox[1].message_id, "EBMS:0202 nobody answered", journey.clock.now())
    journey.decide(second.token)

    assert journey.provided(second.exchange_id).state == P.ANSWERED_EVIDENCE
