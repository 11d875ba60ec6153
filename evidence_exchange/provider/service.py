"""The front door for the preview space: look, decide, go back.

A preview link belongs to the first browser that opens it: `browser_key` is a secret of that browser (a cookie
of the preview space), kept here as a hash. Every function raises PreviewRefused with its reason.
"""

from datetime import datetime
from uuid import UUID

from deployments import service as deployments
from deployments.rehearsal import boundary
from evidence_exchange.errors import PreviewRefused, Refusal
from evidence_exchange.provider.steps import decide as deciding
from evidence_exchange.provider.steps.visit_preview import find_preview, refuse_stranger, visit_preview
from evidence_exchange.provider.view import PreviewPart, PreviewPiece, PreviewView, SummaryRow
from evidence_exchange.provider.viewing import view_of

__all__ = [
    "PreviewPart",
    "PreviewPiece",
    "PreviewRefused",
    "PreviewView",
    "Refusal",
    "SummaryRow",
    "decide",
    "open_preview",
    "piece_content",
    "refuse_elsewhere",
    "way_back",
]


def refuse_elsewhere(token: str, country: str) -> None:
    """Only the address that was issued opens: a link leads nowhere at another country's preview space (exchange-flow 4.4)."""
    if find_preview(token).exchange.country != country:
        raise PreviewRefused(Refusal.UNKNOWN)


def open_preview(token: str, browser_key: str, now: datetime) -> PreviewView:
    """One visit: logged, and the first one binds the link to its browser."""
    return view_of(visit_preview(token, browser_key, now))


def decide(token: str, browser_key: str, accepted: frozenset[UUID], now: datetime) -> PreviewView:
    """Record the choice, once: exactly the pieces in `accepted` will be sent. A repetition changes nothing."""
    boundary("deciding.before")
    preview = deciding.decide(token, browser_key, accepted, now)
    boundary("deciding.after")
    return view_of(preview)


def way_back(token: str, browser_key: str) -> str | None:
    """The return address, once the second request brought it."""
    preview = find_preview(token)
    refuse_stranger(preview, browser_key, deployments.clock().now())
    return preview.return_location()


def piece_content(token: str, browser_key: str, part_id: UUID) -> tuple[str, bytes]:
    """Media type and the very bytes that would be sent, of one part; nothing once the choice is made."""
    preview = find_preview(token)
    refuse_stranger(preview, browser_key, deployments.clock().now())
    piece = preview.pieces.filter(evidence_id=part_id, wiped_at=None).first()
    if piece is None or preview.decided_at is not None:
        raise PreviewRefused(Refusal.CLOSED)
    return piece.media_type, deployments.blobs().get(piece.blob)
