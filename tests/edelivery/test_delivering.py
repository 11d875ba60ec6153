"""Delivery inside the house: once, together with what the receiver writes, or visibly not at all."""

from datetime import timedelta

import pytest

from edelivery import service
from edelivery.models import InboxMessage, InboxState, Party
from edelivery.receivers import receivers
from edelivery.steps.delivering import deliver_message
from edm.vocabulary.actions import EXECUTE_QUERY_REQUEST, SERVICE
from exchange_log.models import LogEntry
from tests.edelivery.factories import EXCHANGE, REQUEST, as4_message, packed
from tests.edelivery.test_receiving import post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties", "correspondence")]


@pytest.fixture
def arrived(clock, correspondence) -> InboxMessage:
    """A stored message whose wake-up was lost."""
    post(packed(as4_message(clock.now())))
    return InboxMessage.objects.get()


def receive_with(monkeypatch, receiver):
    monkeypatch.setitem(receivers._receivers, (SERVICE, EXECUTE_QUERY_REQUEST), receiver)


def test_a_message_is_delivered_once_however_many_workers_try(arrived, clock, correspondence):
    deliver_message(arrived.pk, clock=clock)
    deliver_message(arrived.pk, clock=clock)

    assert len(correspondence.received) == 1


def test_a_worker_that_read_the_row_too_early_gives_way(arrived, clock, correspondence):
    early = InboxMessage.objects.get()
    deliver_message(arrived.pk, clock=clock)

    assert early.claim_delivery(now=clock.now(), wipe_at=clock.now()) is False


def test_a_lost_wake_up_costs_one_sweep(arrived, clock, correspondence, django_capture_on_commit_callbacks):
    clock.advance(timedelta(seconds=3))

    with django_capture_on_commit_callbacks(execute=True):
        service.sweep(clock.now())

    assert len(correspondence.received) == 1


def test_what_the_receiver_wrote_goes_with_the_failure(arrived, clock, monkeypatch):
    def fails_late(message):
        Party.objects.update(country="XX")
        raise RuntimeError("out of paper")

    receive_with(monkeypatch, fails_late)

    deliver_message(arrived.pk, clock=clock)

    arrived.refresh_from_db()
    assert (arrived.state, arrived.attempts, arrived.error) == (InboxState.RECEIVED, 1, "RuntimeError")
    assert not Party.objects.filter(country="XX").exists()


def test_a_worker_killed_in_the_middle_leaves_the_message_as_it_was(arrived, clock, monkeypatch, correspondence):
    class Killed(BaseException):
        pass

    def dies(message):
        raise Killed

    receive_with(monkeypatch, dies)
    with pytest.raises(Killed):
        deliver_message(arrived.pk, clock=clock)

    receive_with(monkeypatch, correspondence.receive)
    deliver_message(arrived.pk, clock=clock)

    assert len(correspondence.received) == 1


def test_a_receiver_that_recovers_gets_the_message(arrived, clock, monkeypatch, correspondence, django_capture_on_commit_callbacks):
    attempts = iter([RuntimeError(), RuntimeError(), None])

    def recovers(message):
        if (fault := next(attempts)) is not None:
            raise fault
        correspondence.receive(message)

    receive_with(monkeypatch, recovers)
    for _ in range(4):
        clock.advance(timedelta(seconds=30))
        with django_capture_on_commit_callbacks(execute=True):
            service.sweep(clock.now())

    assert [message.parts for message in correspondence.received] == [(REQUEST,)]


def test_after_its_window_a_message_is_a_dead_letter_and_the_log_says_so(arrived, clock, monkeypatch):
    def never(message):
        raise RuntimeError("Jürgen Groß is not in this sentence's place")

    receive_with(monkeypatch, never)
    while InboxMessage.objects.get().state == InboxState.RECEIVED:
        clock.advance(timedelta(minutes=1))
        deliver_message(arrived.pk, clock=clock)

    arrived.refresh_from_db()
    assert (arrived.state, arrived.error) == (InboxState.DEAD_LETTER, "RuntimeError")
    entry = LogEntry.objects.get()
    assert (entry.event, entry.side, entry.exchange_id) == ("message_unhandled", "provider", str(EXCHANGE))


def test_the_sender_may_change_its_certificate_before_the_message_is_delivered(arrived, clock, correspondence):
    Party.objects.filter(party_id="AP_PT_01").update(certificate=Party.objects.get(party_id="AP_ES_01").certificate)

    deliver_message(arrived.pk, clock=clock)

    assert len(correspondence.received) == 1


def test_an_action_has_one_receiver(correspondence):
    with pytest.raises(ValueError, match="has a receiver already"):
        service.register_receiver(SERVICE, EXECUTE_QUERY_REQUEST, print)
