"""The state charts of exchange-flow 7.1 and 7.2: from every state, every move, allowed or refused."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from evidence_exchange import moves
from evidence_exchange.models import Exchange
from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import RequesterState as Q
from evidence_exchange.states import Side

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
Q_ENDS = {Q.DELIVERED, Q.DECLINED, Q.NOTHING_FOUND, Q.DEFERRED, Q.REFUSED, Q.TIMED_OUT, Q.UNDELIVERABLE, Q.CANCELLED, Q.REJECTED_LOCALLY}
# A fact is never replaced, a presumption by the first late answer.
REQUESTER_CHART = {
    Q.REQUESTED: {Q.SUBMITTED, Q.UNDELIVERABLE, Q.CANCELLED, Q.TIMED_OUT},
    Q.SUBMITTED: {
        Q.SENT, Q.PREVIEW_REQUIRED, Q.DELIVERED, Q.NOTHING_FOUND, Q.DEFERRED, Q.REFUSED, Q.UNDELIVERABLE, Q.CANCELLED, Q.TIMED_OUT,
    },
    Q.SENT: {Q.PREVIEW_REQUIRED, Q.DELIVERED, Q.NOTHING_FOUND, Q.DEFERRED, Q.REFUSED, Q.UNDELIVERABLE, Q.CANCELLED, Q.TIMED_OUT},
    Q.PREVIEW_REQUIRED: {Q.PREVIEW_OPEN, Q.CANCELLED, Q.TIMED_OUT},
    Q.PREVIEW_OPEN: {Q.DELIVERED, Q.DECLINED, Q.DEFERRED, Q.REFUSED, Q.UNDELIVERABLE, Q.TIMED_OUT},
    Q.TIMED_OUT: {Q.PREVIEW_REQUIRED, Q.DELIVERED, Q.DECLINED, Q.NOTHING_FOUND, Q.DEFERRED, Q.REFUSED},
    Q.UNDELIVERABLE: {Q.PREVIEW_REQUIRED, Q.DELIVERED, Q.DECLINED, Q.NOTHING_FOUND, Q.DEFERRED, Q.REFUSED},
}  # fmt: skip
PROVIDER_CHART = {
    P.RECEIVED: {P.VALIDATING, P.UNANSWERABLE},
    P.VALIDATING: {P.VALIDATING, P.PRODUCING, P.ANSWERED_ERROR, P.UNANSWERABLE, P.ANSWER_NOT_SENT},
    P.PRODUCING: {
        P.VALIDATING, P.PREVIEW_ISSUED, P.ANSWERED_EVIDENCE, P.ANSWERED_EMPTY, P.ANSWERED_DEFERRED, P.ANSWERED_ERROR, P.ANSWER_NOT_SENT,
    },
    P.PREVIEW_ISSUED: {P.VISITED, P.EXPIRED, P.ANSWER_NOT_SENT},
    P.VISITED: {P.DECIDED, P.EXPIRED},
    P.DECIDED: {P.ANSWERED_EVIDENCE, P.ANSWERED_EMPTY, P.ANSWERED_ERROR, P.EXPIRED, P.ANSWER_NOT_SENT},
    P.ANSWERED_EVIDENCE: {P.ANSWER_NOT_SENT},
    P.ANSWERED_EMPTY: {P.ANSWER_NOT_SENT},
    P.ANSWERED_DEFERRED: {P.ANSWER_NOT_SENT},
    P.ANSWERED_ERROR: {P.ANSWER_NOT_SENT},
    P.EXPIRED: {P.ANSWER_NOT_SENT},
}  # fmt: skip
BOTH = ((Side.REQUESTER, Q, moves.REQUESTER_MOVES), (Side.PROVIDER, P, moves.PROVIDER_MOVES))
EVERY_PAIR = [(side, state, move) for side, states, table in BOTH for state in states for move in table]


def exchange(side: str, state: str) -> Exchange:
    return Exchange.objects.create(
        side=side,
        state=state,
        own_party_id="AP_PT_01",
        own_party_type="t",
        exchange_id=uuid4(),
        conversation_id=uuid4(),
        opened_at=NOON,
        moved_at=NOON,
    )


def arrows(table, states) -> dict[str, set[str]]:
    chart = {state: {move.target for move in table if state in move.origins} for state in states}
    return {state: targets for state, targets in chart.items() if targets}


def test_the_requesters_chart_is_that_of_the_chapter():
    assert arrows(moves.REQUESTER_MOVES, Q) == REQUESTER_CHART


def test_the_providers_chart_is_that_of_the_chapter():
    assert arrows(moves.PROVIDER_MOVES, P) == PROVIDER_CHART


@pytest.mark.django_db
def test_every_move_is_made_from_its_origins_and_from_nowhere_else():
    for side, state, move in EVERY_PAIR:
        row = exchange(side, state)

        moved = row.move(move, NOON)

        assert moved is (state in move.origins), (state, move.name)
        row.refresh_from_db()
        assert row.state == (move.target if moved else state)


@pytest.mark.django_db
def test_a_move_is_won_by_one_of_two_that_saw_the_same_row():
    first = exchange(Side.REQUESTER, Q.PREVIEW_REQUIRED)
    second = Exchange.objects.get(pk=first.pk)

    assert [first.move(moves.CONTINUE, NOON), second.move(moves.CONTINUE, NOON)] == [True, False]


@pytest.mark.parametrize("move", [m for m in moves.REQUESTER_MOVES if m.target in Q_ENDS], ids=lambda move: move.name)
def test_every_end_settles(move):
    assert move.settles


@pytest.mark.django_db
def test_a_presumption_that_is_replaced_by_a_preview_is_no_end_any_more():
    row = exchange(Side.REQUESTER, Q.SENT)
    row.move(moves.PRESUME_NO_FIRST_ANSWER, NOON)

    row.move(moves.OFFER_PREVIEW, NOON)

    assert not Exchange.objects.get(pk=row.pk).is_settled
