"""Decision and second request in either order: exactly one answer leaves (exchange-flow 4.7, X05, X06)."""

from dataclasses import replace
from uuid import uuid4

import pytest

from edm.messages.answers import read_answer
from edm.messages.evidence_request.reader import read_evidence_request
from edm.messages.evidence_request.writer import write_evidence_request
from evidence_exchange.models import Preview
from evidence_exchange.provider import service as preview_space
from evidence_exchange.provider.steps.answer_decision import answer_decision
from evidence_exchange.provider.steps.receive_request import receive_request
from evidence_exchange.requester.steps.receive_answer import receive_answer
from evidence_exchange.states import ProviderState as P
from tests.evidence_exchange.factories import ELENI
from tests.evidence_exchange.journey import BROWSER
from tests.evidence_exchange.stranger import delivered

pytestmark = pytest.mark.django_db


class Second:
    """An exchange whose second request has left and has not arrived yet."""

    def __init__(self, journey, outbox):
        self.journey, self.outbox = journey, outbox
        self.exchange_id = journey.ask()
        self.arrive(outbox[-1])
        journey.run(receive_answer, delivered(outbox[-1], journey.clock.now()))
        self.token = journey.travel(self.exchange_id)
        self.message = outbox[-1]
        self.sent_before = len(outbox)

    def arrive(self, message, **changes):
        self.journey.run(receive_request, delivered(message, self.journey.clock.now(), **changes))

    def arrive_changed(self, **changes):
        body = replace(read_evidence_request(self.message.parts[0].content), request_id=uuid4(), **changes)
        part = replace(self.message.parts[0], content=write_evidence_request(body))
        self.arrive(self.message, message_id=f"{uuid4()}@stranger.example", parts=(part,))

    @property
    def answers(self):
        return [read_answer(message.parts[0].content) for message in self.outbox[self.sent_before :]]

    @property
    def codes(self):
        return [found.exceptions[0].exception.code for found in self.answers if hasattr(found, "exceptions")]


@pytest.fixture
def second(journey, outbox) -> Second:
    return Second(journey, outbox)


def test_the_decision_comes_first(second, journey):
    journey.decide(second.token)
    assert second.answers == []

    second.arrive(second.message)

    assert len(second.answers) == 1
    assert len(second.answers[0].packages) == 1


def test_the_second_request_comes_first(second, journey):
    second.arrive(second.message)
    assert second.answers == []
    assert preview_space.way_back(second.token, BROWSER) is not None if journey.look(second.token) else None

    journey.decide(second.token)

    assert len(second.answers) == 1


def test_the_way_back_exists_once_the_second_request_came(second, journey):
    assert not journey.look(second.token).has_way_back

    second.arrive(second.message)

    assert journey.look(second.token).has_way_back
    assert preview_space.way_back(second.token, BROWSER).startswith("https://pt.localhost:8443/return/")


def test_answering_again_sends_nothing(second, journey):
    second.arrive(second.message)
    journey.decide(second.token)

    journey.run(answer_decision, Preview.objects.get().pk, journey.clock.now())

    assert len(second.answers) == 1


@pytest.mark.parametrize("decided", [True, False])
def test_a_different_second_request_is_refused_without_echo(second, journey, decided):
    second.arrive(second.message)
    if decided:
        journey.decide(second.token)
    before = len(second.answers)

    second.arrive_changed()

    (refusal,) = second.answers[before:]
    assert refusal.exceptions[0].exception.code == "EDM:ERR:0003"
    assert "preview" not in (refusal.exceptions[0].detail or "")


@pytest.mark.parametrize(
    "changes",
    [{"preview_location": "https://de.localhost:8443/preview/guessed"}, {"subject": ELENI}],
    ids=["another location", "another person"],
)
def test_a_second_request_that_repeats_something_else_is_refused(second, journey, changes):
    second.arrive_changed(**changes)

    assert second.codes == ["EDM:ERR:0003"]
    assert journey.provided(second.exchange_id).state == P.PREVIEW_ISSUED


def test_another_access_point_cannot_send_the_second_request(second, journey):
    from tests.evidence_exchange.stranger import state

    second.arrive(second.message, peer_party=state("ES").access_point.party)

    assert second.codes == ["EDM:ERR:0003"]


def test_exactly_the_accepted_pieces_travel(second, journey):
    second.arrive(second.message)
    journey.look(second.token)

    journey.decide(second.token, ())

    assert [found.packages for found in second.answers] == [()]


def test_a_choice_made_twice_counts_once(second, journey):
    (shown,) = journey.look(second.token).pieces
    journey.decide(second.token, {shown.id})

    view = journey.decide(second.token, ())
    second.arrive(second.message)

    assert view.decided
    assert [len(found.packages) for found in second.answers] == [1]
