"""The citizen takes a received document out of the procedure again."""

from datetime import datetime

from django.db import transaction

from deployments import service as deployments
from edm.vocabulary.documents import MAIN_EVIDENCE
from evidence_exchange.models import EvidencePiece
from evidence_exchange.recording import Event, record


def remove_evidence(piece: EvidencePiece, now: datetime) -> None:
    """A main evidence goes with its supplements; digests and log rows stay."""
    leaving = piece.exchange.pieces.filter(package=piece.package, removed_at=None)
    if piece.role != MAIN_EVIDENCE:
        leaving = leaving.filter(pk=piece.pk)
    keys = list(leaving.values_list("blob_key", flat=True))
    with transaction.atomic():
        record(piece.exchange, Event.EVIDENCE_DISCARDED, now, evidence_ids=[left.evidence_id for left in leaving])
        leaving.update(removed_at=now, sealed_title=None)
    for key in keys:
        deployments.blobs().wipe(key)
