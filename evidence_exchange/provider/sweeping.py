"""Finds what the answering side missed: unprocessed requests, unanswered decisions, clocks that ran out, bytes to wipe."""

from datetime import datetime

from django.db.models import Q

from deployments.waking import wake
from evidence_exchange import moves, tasks
from evidence_exchange.models import Exchange, FrozenPiece, Preview, ReceivedRequest, Subject
from evidence_exchange.models.requests import LEASE, ReceivedState
from evidence_exchange.provider.freezing import wipe
from evidence_exchange.provider.steps.expire_preview import expire_undecided, expire_unfollowed
from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import Side
from evidence_exchange.sweep_rows import each_alone


def sweep(now: datetime) -> None:
    _process_unprocessed(now)
    _answer_decided(now)
    _expire(now)
    _wipe(now)
    each_alone(Preview.objects.filter(delete_due__lte=now, exchange__settled_at__isnull=False), _remove)


def _process_unprocessed(now: datetime) -> None:
    lapsed = Q(claimed_at=None, received_at__lte=now - LEASE) | Q(claimed_at__lte=now - LEASE)
    for pk in ReceivedRequest.objects.filter(lapsed, state=ReceivedState.RECEIVED).values_list("pk", flat=True):
        wake(tasks.process_request, str(pk))


def _answer_decided(now: datetime) -> None:
    waiting = Preview.objects.filter(second_request__state=ReceivedState.HELD, decided_at__lte=now - LEASE)
    for pk in waiting.filter(held_at__lte=now - LEASE).values_list("pk", flat=True):
        wake(tasks.answer_decision, str(pk))


def _expire(now: datetime) -> None:
    previewing = Exchange.objects.answered_by_us()
    unfollowed = previewing.in_state(*moves.EXPIRE.origins).filter(third_due=None, second_due__lte=now)
    each_alone(unfollowed, lambda exchange: expire_unfollowed(exchange, now))
    undecided = previewing.in_state(P.PREVIEW_ISSUED, P.VISITED).filter(third_due__lte=now)
    each_alone(undecided, lambda exchange: expire_undecided(exchange, now))


def _wipe(now: datetime) -> None:
    done = Q(preview__exchange__settled_at__isnull=False) | Q(accepted=False)
    leftover = dict(FrozenPiece.objects.filter(done, wiped_at=None).values_list("pk", "blob_key"))
    wipe(leftover, now)
    kept = Subject.objects.filter(exchange__side=Side.PROVIDER)
    kept.filter(wipe_due__lte=now).exclude(sealed=None).update(sealed=None)
    kept.filter(sealed=None, exchange__settled_at__isnull=False, exchange__preview=None).delete()


def _remove(preview: Preview) -> None:
    """The link becomes one that was never issued; what it showed was wiped when its exchange was settled."""
    if not preview.pieces.filter(wiped_at=None).exists():
        preview.delete()
