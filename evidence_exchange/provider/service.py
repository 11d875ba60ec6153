"""The front door for the preview space: look, decide, go back.

A preview link belongs to the first browser that opens it: `browser_key` is a secret of that browser (a cookie
of the preview space), kept here as a hash. Every function raises PreviewRefused with its reason.
"""

from datetime import datetime
from uuid import UUID

from evidence_exchange.errors import PreviewRefused, Refusal
from evidence_exchange.provider.view import PreviewPart, PreviewPiece, PreviewView, SummaryRow

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
    "way_back",
]


def open_preview(token: str, browser_key: str, now: datetime) -> PreviewView:
    """One visit: logged, and the first one binds the link to its browser."""
    raise NotImplementedError


def decide(token: str, browser_key: str, accepted: frozenset[UUID], now: datetime) -> PreviewView:
    """Record the choice, once: exactly the pieces in `accepted` will be sent. A repetition changes nothing."""
    raise NotImplementedError


def way_back(token: str, browser_key: str) -> str | None:
    """The return address, once the second request brought it."""
    raise NotImplementedError


def piece_content(token: str, browser_key: str, part_id: UUID, now: datetime) -> tuple[str, bytes]:
    """Media type and the very bytes that would be sent, of one part."""
    raise NotImplementedError
