"""Sending: at least once on the wire, the same bytes every time, and an honest end."""

from datetime import timedelta

import pytest

from edelivery import service
from edelivery.as4 import errors
from edelivery.as4.errors import As4Error
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, write_error
from edelivery.errors import MessageIdUsed, UnknownLeg, UnknownParty
from edelivery.models import OutboxMessage, OutboxState, Signal, SignalKind, Verdict
from edelivery.ports import resolver
from edelivery.steps.sending import send_message
from edelivery.transport.base import HttpAnswer
from edelivery.transport.in_memory import InMemoryTransport
from edelivery.transport.in_process import InProcessTransport
from edm.errors import ServiceUnavailable, WrongConfiguration
from edm.vocabulary.parties import PartyId
from tests.edelivery.factories import GERMANY, outbound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties", "correspondence")]


@pytest.fixture
def waiting(clock) -> OutboxMessage:
    """A message in the outbox that no worker has touched."""
    service.submit(outbound())
    return OutboxMessage.objects.get()


def error_answer(code, clock, *, signed=True) -> HttpAnswer:
    signer = resolver().own_identity(GERMANY) if signed else None
    body = write_error(As4Error(code, "no"), signer=signer, message_id="e@de.example", now=clock.now(), ref=None)
    return HttpAnswer(200, SIGNAL_CONTENT_TYPE, body)


class Dies(BaseException):
    """The worker is killed: nothing after this line runs."""


class DyingTransport:
    """Kills the worker before or after the bytes arrive."""

    def __init__(self, *, after: bool):
        self._after = after

    def post(self, endpoint, *, content_type, body):
        if self._after:
            InProcessTransport().post(endpoint, content_type=content_type, body=body)
        raise Dies


def test_a_message_is_claimed_by_one_worker(waiting, clock, silence):
    send_message(waiting.pk, transport=silence, clock=clock)
    send_message(waiting.pk, transport=silence, clock=clock)

    assert len(silence.posted) == 1


def test_of_two_workers_that_saw_the_same_row_one_wins(waiting, clock):
    from edelivery.policy import SendingPolicy

    claims = [OutboxMessage.objects.claim(waiting.pk, now=clock.now(), policy=SendingPolicy()) for _ in range(2)]

    assert [claim is not None for claim in claims] == [True, False]


def test_an_acknowledged_message_is_not_sent_again(waiting, clock):
    send_message(waiting.pk, transport=InProcessTransport(), clock=clock)
    transport = InMemoryTransport()
    clock.advance(timedelta(minutes=5))

    send_message(waiting.pk, transport=transport, clock=clock)

    assert transport.posted == []
    assert OutboxMessage.objects.get().state == OutboxState.ACKNOWLEDGED


def test_every_attempt_sends_the_same_stored_bytes(waiting, clock, silence):
    for _ in range(3):
        send_message(waiting.pk, transport=silence, clock=clock)
        clock.advance(timedelta(minutes=1))

    assert len(silence.posted) == 3
    assert len(set(silence.posted)) == 1


def test_without_an_answer_we_try_again_later_and_not_sooner(waiting, clock, silence):
    send_message(waiting.pk, transport=silence, clock=clock)
    waiting.refresh_from_db()

    assert waiting.state == OutboxState.WAITING_RETRY
    assert not OutboxMessage.objects.due(clock.now()).exists()
    assert OutboxMessage.objects.due(waiting.due_at).exists()


@pytest.mark.parametrize("after", [False, True], ids=["before it arrived", "after it arrived"])
def test_what_a_killed_worker_left_is_sent_within_ten_seconds_and_delivered_once(
    waiting, clock, correspondence, after, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Dies):
        send_message(waiting.pk, transport=DyingTransport(after=after), clock=clock)
    clock.advance(timedelta(seconds=7))

    with django_capture_on_commit_callbacks(execute=True):
        service.sweep(clock.now())

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.ACKNOWLEDGED
    assert len(correspondence.received) == 1
    assert correspondence.acknowledged_ids == [waiting.message_id]


def test_a_living_lease_is_respected(waiting, clock, django_capture_on_commit_callbacks):
    with pytest.raises(Dies):
        send_message(waiting.pk, transport=DyingTransport(after=False), clock=clock)
    clock.advance(timedelta(seconds=3))

    with django_capture_on_commit_callbacks(execute=True):
        service.sweep(clock.now())

    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (OutboxState.SENDING, 1)


def test_a_receipt_counts_even_when_the_lease_has_lapsed(waiting, clock, silence):
    class Slow(InProcessTransport):
        def post(self, endpoint, *, content_type, body):
            clock.advance(timedelta(seconds=30))
            send_message(waiting.pk, transport=silence, clock=clock)  # another worker takes over and gets no answer
            return super().post(endpoint, content_type=content_type, body=body)

    send_message(waiting.pk, transport=Slow(), clock=clock)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (OutboxState.ACKNOWLEDGED, 2)


def test_a_failure_does_not_undo_the_receipt_another_worker_got(waiting, clock, correspondence):
    class SlowAndLost(InMemoryTransport):
        def post(self, endpoint, *, content_type, body):
            clock.advance(timedelta(seconds=30))
            send_message(waiting.pk, transport=InProcessTransport(), clock=clock)
            raise ServiceUnavailable("connection reset")

    send_message(waiting.pk, transport=SlowAndLost(), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.ACKNOWLEDGED
    assert correspondence.failures == []


@pytest.mark.parametrize("code", [errors.OTHER, errors.DELIVERY_FAILURE, errors.CONNECTION_FAILURE], ids=str)
def test_a_passing_error_is_tried_again(waiting, clock, code, correspondence):
    send_message(waiting.pk, transport=InMemoryTransport(error_answer(code, clock)), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.WAITING_RETRY
    assert Signal.objects.get().error_code == code.code
    assert correspondence.failures == []


@pytest.mark.parametrize(
    "code",
    [
        errors.VALUE_NOT_RECOGNIZED,
        errors.VALUE_INCONSISTENT,
        errors.MIME_INCONSISTENCY,
        errors.INVALID_HEADER,
        errors.PROCESSING_MODE_MISMATCH,
        errors.FAILED_AUTHENTICATION,
        errors.FAILED_DECRYPTION,
        errors.POLICY_NONCOMPLIANCE,
        errors.DECOMPRESSION_FAILURE,
    ],
    ids=str,
)
def test_a_permanent_error_stops_at_once_and_is_told(waiting, clock, code, correspondence):
    send_message(waiting.pk, transport=InMemoryTransport(error_answer(code, clock)), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.SEND_FAILURE
    ((message_id, reason),) = correspondence.failures
    assert message_id == waiting.message_id
    assert reason.startswith(code.code)


def test_a_receipt_after_a_forged_error_still_counts(waiting, clock, correspondence):
    class Forged(InMemoryTransport):
        def post(self, endpoint, *, content_type, body):
            clock.advance(timedelta(seconds=6))
            forged = InMemoryTransport(error_answer(errors.FAILED_AUTHENTICATION, clock, signed=False))
            send_message(waiting.pk, transport=forged, clock=clock)
            return InProcessTransport().post(endpoint, content_type=content_type, body=body)

    send_message(waiting.pk, transport=Forged(), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.ACKNOWLEDGED
    assert len(correspondence.failures) == 1
    assert correspondence.acknowledged_ids == [waiting.message_id]


def test_a_duplicate_error_means_the_partner_has_it(waiting, clock, correspondence):
    send_message(waiting.pk, transport=InMemoryTransport(error_answer(errors.DUPLICATE_DETECTED, clock)), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.ACKNOWLEDGED_WITH_WARNING
    assert correspondence.acknowledged_ids == [waiting.message_id]


def test_after_twelve_minutes_without_a_receipt_we_give_up_and_say_so(waiting, clock, silence, correspondence):
    while not correspondence.failures:
        waiting.refresh_from_db()
        clock.advance(max(waiting.due_at - clock.now(), timedelta(0)))
        send_message(waiting.pk, transport=silence, clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.SEND_FAILURE
    assert timedelta(minutes=10) < waiting.settled_at - waiting.started_at <= timedelta(minutes=12)
    assert 10 < len(silence.posted) < 40


def test_a_receipt_for_another_message_is_kept_as_invalid_and_proves_nothing(waiting, clock):
    service.submit(outbound())
    other = OutboxMessage.objects.exclude(pk=waiting.pk).get()
    send_message(other.pk, transport=InProcessTransport(), clock=clock)
    receipt = other.answers.get()
    foreign = HttpAnswer(200, receipt.content_type, bytes(receipt.body))

    send_message(waiting.pk, transport=InMemoryTransport(foreign), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.WAITING_RETRY
    answer = waiting.answers.get()
    assert (answer.kind, answer.verdict, answer.error_code) == (SignalKind.RECEIPT, Verdict.INVALID, "EBMS:0302")
    assert bytes(answer.body) == foreign.body


@pytest.mark.parametrize("status", [200, 404, 502])
def test_an_error_page_is_no_receipt_and_its_first_bytes_are_kept(waiting, clock, status):
    page = HttpAnswer(status, "text/html", b"<html>proxy</html>" * 1000)

    send_message(waiting.pk, transport=InMemoryTransport(page), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.WAITING_RETRY
    answer = waiting.answers.get()
    assert (answer.http_status, answer.kind) == (status, SignalKind.NO_ANSWER)
    assert len(bytes(answer.body)) == 2000


def test_a_redirect_is_a_configuration_error_and_stops(waiting, clock):
    send_message(waiting.pk, transport=InMemoryTransport(HttpAnswer(302, "text/html", b"")), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.SEND_FAILURE


def test_an_empty_answer_is_no_receipt(waiting, clock):
    send_message(waiting.pk, transport=InMemoryTransport(HttpAnswer(202, "", b"")), clock=clock)

    waiting.refresh_from_db()
    assert waiting.state == OutboxState.WAITING_RETRY


@pytest.mark.parametrize(
    "changes",
    [
        {"peer_party": PartyId("AP_XX_01")},
        {"peer_party": PartyId(GERMANY.value, "urn:oasis:names:tc:ebcore:partyid-type:unregistered:DE")},
        {"own_party": PartyId("AP_XX_01")},
    ],
    ids=["unknown partner", "known identifier, other type", "not ours"],
)
def test_a_party_nobody_knows_is_a_configuration_error_before_anything_is_stored(clock, changes):
    with pytest.raises(UnknownParty) as refusal:
        service.submit(outbound(**changes))

    assert isinstance(refusal.value, WrongConfiguration)
    assert not OutboxMessage.objects.exists()


def test_a_message_identifier_is_used_once(waiting):
    with pytest.raises(MessageIdUsed):
        service.submit(outbound(message_id=waiting.message_id))

    assert OutboxMessage.objects.count() == 1


def test_an_action_without_a_leg_is_refused(clock):
    with pytest.raises(UnknownLeg):
        service.submit(outbound(action="SubmitObjectsRequest"))
