"""P4 to P6: the citizen decides, once, piece by piece."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from deployments.waking import wake
from edm.errors import CallerMistake
from edm.vocabulary.documents import MAIN_EVIDENCE
from evidence_exchange import moves, tasks
from evidence_exchange.models import Preview
from evidence_exchange.provider.freezing import wipe_after_commit
from evidence_exchange.provider.steps.visit_preview import find_preview, refuse_stranger
from evidence_exchange.recording import Event, record


@transaction.atomic
def decide(token: str, browser_key: str, accepted: frozenset[UUID], now: datetime) -> Preview:
    """Under the row lock of the preview, like the second request; after the choice there is no choice any more (X09)."""
    preview = find_preview(token, lock=True)
    refuse_stranger(preview, browser_key, now)
    if preview.decided_at is not None:
        return preview
    if not preview.exchange.move(moves.DECIDE, now):
        # The clock was faster: say so.
        preview.exchange.refresh_from_db()
        refuse_stranger(preview, browser_key, now)
        return preview
    _mark(preview, accepted)
    preview.decided_at = now
    preview.save(update_fields=["decided_at"])
    _record_decision(preview, now)
    wipe_after_commit(preview.exchange, now, accepted=False)
    if preview.second_request_id is not None:
        wake(tasks.answer_decision, str(preview.pk))
    return preview


def _mark(preview: Preview, accepted: frozenset[UUID]) -> None:
    mains = {piece.evidence_id: piece.package for piece in preview.pieces.filter(role=MAIN_EVIDENCE)}
    if not accepted <= mains.keys():
        raise CallerMistake("The choice names a document that is not shown.")
    packages = [mains[evidence_id] for evidence_id in accepted]
    preview.pieces.filter(package__in=packages).update(accepted=True)
    preview.pieces.exclude(package__in=packages).update(accepted=False)


def _record_decision(preview: Preview, now: datetime) -> None:
    mains = list(preview.pieces.filter(role=MAIN_EVIDENCE))
    sent = [piece.evidence_id for piece in mains if piece.accepted]
    record(
        preview.exchange,
        Event.PREVIEW_DECIDED,
        now,
        decision=f"{len(sent)} of {len(mains)} accepted",
        evidence_ids=sent,
        facts={str(piece.evidence_id): "accepted" if piece.accepted else "refused" for piece in mains},
    )
