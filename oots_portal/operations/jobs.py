"""The page of the jobs: did the sweeps run, what waits, and what nobody will do any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

import common_services.service
import edelivery.service
import evidence_exchange.service
from deployments import service as deployments
from deployments.staff_pages import listing
from oots_portal.operations import heartbeat

QUESTIONS = "common_services.askedquestion"
EXCHANGES = "evidence_exchange.exchange"
SENT, RECEIVED = "edelivery.outboxmessage", "edelivery.inboxmessage"


@dataclass(frozen=True, slots=True)
class Heap:
    """How much there is of one kind of work, and where it is listed."""

    words: Promise
    count: int
    address: str
    is_trouble: bool = False

    @property
    def needs_attention(self) -> bool:
        return self.is_trouble and self.count > 0


@dataclass(frozen=True, slots=True)
class Worker:
    """What the last sweep left behind."""

    last_sweep: datetime | None
    next_sweep: datetime | None
    is_silent: bool
    failures: tuple[str, ...]


def page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    now = deployments.clock().now()
    # What came due since the last sweep is nobody's fault yet.
    noticed = now - deployments.deployment().sweep_interval
    groups = (
        (_("Sending"), tuple(_sending(noticed))),
        (_("Receiving"), tuple(_receiving(noticed))),
        (_("Questions to directories"), tuple(_questions())),
        (_("Exchanges"), tuple(_exchanges(noticed))),
    )
    attention = sum(heap.needs_attention for _words, heaps in groups for heap in heaps)
    told = {"title": _("Jobs"), "now": now, "worker": _worker(now), "groups": groups, "attention": attention}
    return render(request, "admin/jobs.html", context | told)


def _worker(now: datetime) -> Worker:
    last = heartbeat.last_sweep()
    return Worker(last, last and last + deployments.deployment().sweep_interval, heartbeat.is_silent(now), heartbeat.last_failures())


def _sending(now: datetime) -> Iterator[Heap]:
    left = edelivery.service.backlog(now)
    yield Heap(_("Waiting to be sent"), left.waiting_to_be_sent, listing(SENT, state__in="ready,waiting_retry"))
    yield Heap(_("Due before the last sweep, and taken up by nobody"), left.due_to_be_sent, listing(SENT, due="yes"), is_trouble=True)
    yield Heap(_("Being sent by a worker"), left.being_sent, listing(SENT, state__exact="sending"))
    yield Heap(_("Given up: no receipt came"), left.not_sent, listing(SENT, state__exact="send_failure"), is_trouble=True)


def _receiving(now: datetime) -> Iterator[Heap]:
    left = edelivery.service.backlog(now)
    yield Heap(_("Waiting to be delivered inside"), left.waiting_to_be_delivered, listing(RECEIVED, state__exact="received"))
    yield Heap(
        _("Due before the last sweep, and taken up by nobody"), left.due_to_be_delivered, listing(RECEIVED, due="yes"), is_trouble=True
    )
    yield Heap(_("Could not be delivered"), left.not_delivered, listing(RECEIVED, state__exact="dead_letter"), is_trouble=True)


def _questions() -> Iterator[Heap]:
    counts = dict(common_services.service.question_counts())
    yield Heap(_("Waiting for an answer"), counts.pop("open", 0), listing(QUESTIONS, outcome__exact="open"))
    yield Heap(_("Answered and kept"), counts.pop("answered", 0), listing(QUESTIONS, outcome__exact="answered"))
    # An error that a directory answers with is an answer; the others mean that we could not learn it.
    yield Heap(_("Refused by the directory"), counts.pop("refused", 0), listing(QUESTIONS, outcome__exact="refused"))
    failed = listing(QUESTIONS, outcome__in="unreachable,not_trusted,unreadable")
    yield Heap(_("Unreachable, not trusted or unreadable"), sum(counts.values()), failed, is_trouble=True)


def _exchanges(now: datetime) -> Iterator[Heap]:
    yield Heap(_("Under way"), evidence_exchange.service.open_count(), listing(EXCHANGES, clock="running"))
    over = evidence_exchange.service.overdue_count(now)
    yield Heap(_("Clock over, and nothing done about it yet"), over, listing(EXCHANGES, clock="over"), is_trouble=True)
