"""P3 to P4: the citizen opens the link; the first browser owns it."""

import hmac
from datetime import datetime

from django.db import transaction

from deployments.sealing import token_hash
from evidence_exchange import moves
from evidence_exchange.errors import PreviewRefused, Refusal
from evidence_exchange.models import Preview
from evidence_exchange.recording import Event, record
from evidence_exchange.states import ProviderState as P

OPEN = frozenset({P.PREVIEW_ISSUED, P.VISITED})
DECIDED = frozenset({P.DECIDED, P.ANSWERED_EVIDENCE, P.ANSWERED_EMPTY})


def find_preview(token: str, *, lock: bool = False) -> Preview:
    """Raises PreviewRefused for a token that was never issued, or whose row is gone."""
    previews = Preview.objects.select_for_update(of=("self",)) if lock else Preview.objects
    preview = previews.select_related("exchange").filter(token_hash=token_hash(token)).first()
    if preview is None:
        raise PreviewRefused(Refusal.UNKNOWN)
    return preview


def visit_preview(token: str, browser_key: str, now: datetime) -> Preview:
    """Every visit is logged, the refused ones too."""
    with transaction.atomic():
        preview = find_preview(token, lock=True)
        refusal = _reason_not_to_bind(preview, browser_key, now)
        if refusal is None and preview.exchange.move(moves.VISIT, now):
            preview.visited_at = now
            preview.save(update_fields=["visited_at", "browser_hash"])
        record(preview.exchange, Event.PREVIEW_VISITED, now, facts={"refused": refusal} if refusal else {})
    if refusal is not None:
        raise PreviewRefused(refusal)
    return preview


def refuse_stranger(preview: Preview, browser_key: str, now: datetime) -> None:
    """Raises PreviewRefused unless this browser may still see the preview."""
    refusal = _reason_to_refuse(preview, browser_key, now)
    if refusal is not None:
        raise PreviewRefused(refusal)


def expiry_of(preview: Preview) -> datetime:
    """T2 until the second request came, T3 from then on; the first visit falls within T2 anyway."""
    exchange = preview.exchange
    if exchange.state == P.PREVIEW_ISSUED or exchange.third_due is None:
        return exchange.second_due or preview.delete_due
    return exchange.third_due


def _reason_not_to_bind(preview: Preview, browser_key: str, now: datetime) -> Refusal | None:
    if preview.exchange.state == P.PREVIEW_ISSUED and not preview.browser_hash:
        preview.browser_hash = token_hash(browser_key)
    return _reason_to_refuse(preview, browser_key, now)


def _reason_to_refuse(preview: Preview, browser_key: str, now: datetime) -> Refusal | None:
    state = preview.exchange.state
    if not hmac.compare_digest(preview.browser_hash, token_hash(browser_key)):
        # An expired link tells nobody whether somebody opened it.
        return Refusal.EXPIRED if state == P.EXPIRED else Refusal.OTHER_BROWSER
    if state in DECIDED:
        return None
    if state == P.EXPIRED or now >= expiry_of(preview):
        return Refusal.EXPIRED
    return None if state in OPEN else Refusal.CLOSED
