"""Finds what the asking side missed: unsent requests, clocks that ran out, citizens to forget."""

from datetime import datetime, timedelta
from functools import partial

from deployments.waking import wake
from evidence_exchange import tasks
from evidence_exchange.models import Exchange, Subject
from evidence_exchange.models.requests import LEASE
from evidence_exchange.requester.steps.presume import CLOCKS, presume
from evidence_exchange.states import RequesterState, Side
from evidence_exchange.sweep_rows import each_alone

# How long after a presumed end a late answer can still be compared with the citizen it is about.
COMPARABLE = timedelta(days=1)


def sweep(now: datetime) -> None:
    unsent = Exchange.objects.asked().in_state(RequesterState.REQUESTED).filter(moved_at__lte=now - LEASE, first_due__gt=now)
    for pk in unsent.values_list("pk", flat=True):
        wake(tasks.send_request, str(pk))
    for clock, column, move in CLOCKS:
        overdue = Exchange.objects.asked().in_state(*move.origins).filter(**{f"{column}__lte": now})
        each_alone(overdue, partial(presume, move=move, clock=clock, now=now))
    kept = Subject.objects.filter(exchange__side=Side.REQUESTER)
    kept.filter(wipe_due__lte=now).exclude(sealed=None).update(sealed=None)
    kept.filter(sealed=None, exchange__settled_at__lte=now - COMPARABLE).delete()
