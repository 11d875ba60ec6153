"""P2 to the first answer: nothing on record, later, a preview, or, where none is asked for, the evidence itself."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from evidence_exchange import moves
from evidence_exchange.models import Exchange, ReceivedRequest
from evidence_exchange.moves import Move
from evidence_exchange.provider.answers import Answer, response_answer
from evidence_exchange.provider.evidence.made import MadePackage
from evidence_exchange.provider.evidence.package import make_package
from evidence_exchange.provider.packages import attachments_of, described_package
from evidence_exchange.provider.steps.check_request import Task
from evidence_exchange.provider.steps.issue_preview import issue_preview
from evidence_exchange.provider.steps.send_answer import move_or_stop, record_intent, send_answer
from evidence_exchange.sources.base import RegisteredDocument


def answer_first_request(
    exchange: Exchange, received: ReceivedRequest, task: Task, documents: tuple[RegisteredDocument, ...], now: datetime
) -> None:
    later = [found.available_at for found in documents if found.available_at is not None and found.available_at > now]
    ready = [found for found in documents if found.available_at is None or found.available_at <= now]
    if not ready:
        _answer_without_evidence(exchange, received, task, min(later, default=None), now)
        return
    packages = tuple(make_package(found, task.service, task.form, authority=exchange.provider, now=now) for found in ready)
    if task.request.preview_possible:
        issue_preview(exchange, received, task.request, packages, now)
    else:
        _answer_at_once(exchange, received, task, packages, now)


def _answer_without_evidence(
    exchange: Exchange, received: ReceivedRequest, task: Task, available_at: datetime | None, now: datetime
) -> None:
    """A matched person without a record is an empty success (edm.md 6.2); one whose record is to come is a deferral."""
    response_id = deployments.identifiers().uuid()
    answer = response_answer(task.request, response_id, exchange.provider, now, available_at=available_at)
    move = moves.ANSWER_EMPTY if available_at is None else moves.ANSWER_DEFERRED
    _send(exchange, received, answer, move, now, deferred_until=available_at)


def _answer_at_once(exchange: Exchange, received: ReceivedRequest, task: Task, packages: tuple[MadePackage, ...], now: datetime) -> None:
    """Flow A: the law of the requester's procedure allows the exchange without preview."""
    described = tuple(described_package(package, task.request, exchange) for package in packages)
    answer = response_answer(
        task.request,
        deployments.identifiers().uuid(),
        exchange.provider,
        now,
        packages=described,
        attachments=attachments_of(packages, described),
    )
    _send(exchange, received, answer, moves.ANSWER_EVIDENCE, now)


def _send(exchange: Exchange, received: ReceivedRequest, answer: Answer, move: Move, now: datetime, **facts: object) -> None:
    record_intent(exchange, received, answer, now)
    with transaction.atomic():
        move_or_stop(exchange, move, now, **facts)
        send_answer(exchange, received, answer, now)
