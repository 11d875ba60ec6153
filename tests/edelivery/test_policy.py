"""Patience: how often, how long."""

from datetime import UTC, datetime, timedelta

import pytest

from edelivery.policy import SendingPolicy, sending_policy

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
POLICY = SendingPolicy()


@pytest.mark.parametrize(("outage", "longest_wait"), [(0, 1.1), (6, 2.2), (20, 7.4), (600, 66)])
def test_after_an_outage_the_next_attempt_comes_within_a_third_of_it(outage, longest_wait):
    now = NOON + timedelta(seconds=outage)

    due = POLICY.next_attempt("a@b", started_at=NOON, now=now)

    assert timedelta(seconds=0.8) <= due - now <= timedelta(seconds=longest_wait)


def test_messages_that_failed_together_do_not_return_together():
    pauses = {POLICY.next_attempt(f"{n}@b", started_at=NOON, now=NOON + timedelta(minutes=1)) for n in range(50)}

    assert len(pauses) > 10


def test_every_lapse_doubles_the_lease_up_to_a_bound():
    leases = [POLICY.lease_after(lapses).total_seconds() for lapses in range(7)]

    assert leases == [5, 10, 20, 40, 80, 90, 90]


def test_settings_may_replace_a_value(settings):
    settings.OOTS = settings.OOTS | {"SENDING": {"window": timedelta(minutes=3), "permanent_errors": frozenset()}}

    assert sending_policy().window == timedelta(minutes=3)
    assert sending_policy().permanent_errors == frozenset()
    assert sending_policy().lease == POLICY.lease
