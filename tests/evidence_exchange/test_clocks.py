"""T1, T2 and T3 on both sides, with a clock moved by hand (exchange-flow 8), and answers that come late (X07)."""

from datetime import timedelta

import pytest

from edm.messages.answers import read_answer
from evidence_exchange import service
from evidence_exchange.errors import NotNow, PreviewRefused, Refusal
from evidence_exchange.models import FrozenPiece, Preview, Subject
from evidence_exchange.provider.steps.receive_request import receive_request
from evidence_exchange.requester.steps.receive_answer import receive_answer
from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import PublicState
from evidence_exchange.states import RequesterState as Q
from tests.evidence_exchange.stranger import delivered

pytestmark = pytest.mark.django_db


@pytest.fixture
def unanswered(journey, outbox):
    """A request that left, and the message it left in; nobody delivers it."""
    return journey.ask(), outbox


def answered_by_provider(journey, outbox):
    """The first answer, as it would arrive."""
    journey.run(receive_request, delivered(outbox[-1], journey.clock.now()))
    return delivered(outbox[-1], journey.clock.now())


def test_the_requesters_t1_ends_in_a_presumption(journey, unanswered):
    exchange_id, _ = unanswered

    journey.wait(minutes=5, seconds=59)
    assert journey.state(exchange_id) == Q.SUBMITTED
    journey.wait(seconds=1)

    summary = service.summary(exchange_id)
    assert (summary.state, summary.public_state) == (Q.TIMED_OUT, PublicState.EXPIRED)
    assert (summary.error_code, summary.error_detail) == ("EDM:ERR:0005", "T1")
    assert "timeout_presumed" in journey.events(exchange_id, "requester")


def test_a_late_preview_offer_replaces_the_presumption(journey, unanswered):
    exchange_id, outbox = unanswered
    answer = answered_by_provider(journey, outbox)
    journey.wait(minutes=6)

    journey.run(receive_answer, answer)

    summary = service.summary(exchange_id)
    assert (summary.state, summary.arrived_late, summary.is_settled) == (Q.PREVIEW_REQUIRED, True, False)
    assert journey.travel(exchange_id)


def test_an_offer_that_comes_when_the_citizen_is_forgotten_is_a_plain_failure(journey, unanswered):
    exchange_id, outbox = unanswered
    answer = answered_by_provider(journey, outbox)
    journey.wait(minutes=21)

    journey.run(receive_answer, answer)

    assert (journey.state(exchange_id), service.summary(exchange_id).error_detail) == (Q.REFUSED, "too_late")


def test_the_requesters_t2_ends_in_a_presumption_and_forgets_the_citizen(journey):
    exchange_id = journey.ask()

    journey.wait(minutes=15)

    assert journey.state(exchange_id) == Q.TIMED_OUT
    assert not Subject.objects.filter(exchange=journey.asked(exchange_id)).exclude(sealed=None).exists()
    with pytest.raises(NotNow):
        service.continue_to_preview(exchange_id)


def test_continue_is_refused_at_t2_even_before_the_sweep(journey):
    exchange_id = journey.ask()
    journey.clock.advance(timedelta(minutes=15))

    with pytest.raises(NotNow):
        service.continue_to_preview(exchange_id)


def test_the_requesters_t3_ends_in_a_presumption_and_a_late_answer_replaces_it(journey, outbox):
    exchange_id = journey.ask()
    journey.run(receive_answer, answered_by_provider(journey, outbox))
    token = journey.travel(exchange_id)
    journey.run(receive_request, delivered(outbox[-1], journey.clock.now()))
    journey.decide(token)
    late = delivered(outbox[-1], journey.clock.now())

    journey.wait(minutes=41)
    assert (journey.state(exchange_id), service.summary(exchange_id).error_detail) == (Q.TIMED_OUT, "T3")
    journey.run(receive_answer, late)

    summary = service.summary(exchange_id)
    assert (summary.state, summary.arrived_late, summary.error_code) == (Q.DELIVERED, True, "")
    assert service.pieces(exchange_id)[0].subject_matches is True


def test_the_return_address_closes_with_t3(journey):
    from evidence_exchange.provider.service import way_back
    from tests.evidence_exchange.journey import BROWSER

    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    journey.look(token)
    back = way_back(token, BROWSER).rpartition("/")[2]

    assert service.returned(back) == exchange_id
    journey.clock.advance(timedelta(minutes=41))
    assert service.returned(back) is None


def test_the_providers_t2_ends_a_preview_nobody_followed(journey):
    exchange_id = journey.ask()

    journey.wait(minutes=15, seconds=59)
    assert journey.provided(exchange_id).state == P.PREVIEW_ISSUED
    journey.wait(seconds=1)

    assert journey.provided(exchange_id).state == P.EXPIRED
    assert not FrozenPiece.objects.filter(wiped_at=None).exists()
    assert "preview_expired" in journey.events(exchange_id, "provider")


def test_a_decision_without_a_second_request_is_discarded_at_t2(journey, outbox):
    exchange_id = journey.ask()
    answer = answered_by_provider(journey, outbox)
    token = read_answer(answer.parts[0].content).preview.preview_location.rpartition("/")[2]
    journey.decide(token)
    sent = len(outbox)

    journey.wait(minutes=16)

    assert journey.provided(exchange_id).state == P.EXPIRED
    assert len(outbox) == sent


@pytest.mark.parametrize("visited", [True, False])
def test_the_providers_t3_answers_0005(journey, visited):
    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    if visited:
        journey.look(token)

    journey.wait(minutes=39, seconds=59)
    assert journey.state(exchange_id) == Q.PREVIEW_OPEN
    journey.wait(seconds=1)

    summary = service.summary(exchange_id)
    assert (summary.state, summary.error_code, summary.error_detail) == (Q.REFUSED, "EDM:ERR:0005", "T3")
    assert journey.provided(exchange_id).state == P.EXPIRED
    assert service.pieces(exchange_id) == ()


def test_t3_counts_from_the_ebms_timestamp_and_not_from_our_pick_up(journey, outbox):
    exchange_id = journey.ask()
    journey.run(receive_answer, answered_by_provider(journey, outbox))
    journey.travel(exchange_id)
    written = journey.clock.now()
    journey.clock.advance(timedelta(minutes=3))

    journey.run(receive_request, delivered(outbox[-1], journey.clock.now(), sent_at=written))

    assert journey.provided(exchange_id).third_due == written + timedelta(minutes=40)


def test_a_timestamp_from_the_future_gains_nothing(journey, outbox):
    journey.ask()
    now = journey.clock.now()

    journey.run(receive_request, delivered(outbox[-1], now, sent_at=now + timedelta(minutes=4)))

    from evidence_exchange.models import ReceivedRequest

    assert ReceivedRequest.objects.get().sent_at == now


def test_the_first_visit_must_fall_within_t2(journey):
    token = journey.travel(journey.ask())
    journey.clock.advance(timedelta(minutes=16))

    with pytest.raises(PreviewRefused) as refused:
        journey.look(token)

    assert refused.value.reason == Refusal.EXPIRED


def test_a_preview_can_be_opened_again_until_t3(journey):
    token = journey.travel(journey.ask())
    journey.look(token)

    journey.clock.advance(timedelta(minutes=39))
    assert not journey.look(token).decided
    journey.clock.advance(timedelta(minutes=1))
    with pytest.raises(PreviewRefused):
        journey.look(token)


def test_a_choice_after_t3_is_refused_even_before_the_sweep(journey):
    token = journey.travel(journey.ask())
    (shown,) = journey.look(token).pieces
    journey.clock.advance(timedelta(minutes=40))

    with pytest.raises(PreviewRefused):
        journey.decide(token, {shown.id})


def test_the_link_becomes_one_that_was_never_issued(journey):
    token = journey.travel(journey.ask())
    journey.decide(token)

    journey.wait(minutes=56)

    assert not Preview.objects.exists()
    with pytest.raises(PreviewRefused) as refused:
        journey.look(token)
    assert refused.value.reason == Refusal.UNKNOWN


def test_one_bad_row_does_not_stop_the_others(journey, monkeypatch):
    from evidence_exchange.requester import sweeping

    exchanges = [journey.ask() for _ in range(2)]
    presume = sweeping.presume
    broken = journey.asked(exchanges[0]).pk

    def stumble(exchange, **named):
        if exchange.pk == broken:
            raise RuntimeError
        presume(exchange, **named)

    monkeypatch.setattr(sweeping, "presume", stumble)
    journey.wait(minutes=15)

    assert [journey.state(found) for found in exchanges] == [Q.PREVIEW_REQUIRED, Q.TIMED_OUT]


def test_the_quick_countries_run_on_seconds(journey):
    exchange_id = journey.ask(provider="EL", country="ES")
    journey.look(journey.travel(exchange_id))

    journey.wait(seconds=10)

    assert service.summary(exchange_id).error_code == "EDM:ERR:0005"
