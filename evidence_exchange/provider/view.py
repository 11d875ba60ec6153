"""What the preview space may show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPart:
    """One document of a piece; `role` is MainEvidence, HumanReadableVersion, Annex or Translation."""

    id: UUID
    role: str
    title: str
    media_type: str
    languages: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One line of the readable summary: the label in every language known, the value untouched."""

    labels: Mapping[str, str]
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPiece:
    """One piece of evidence: decided on as a whole, sent with all its parts. `id` is what `decide` takes."""

    id: UUID
    titles: Mapping[str, str]
    issuer: Mapping[str, str]
    issued_on: date
    parts: tuple[PreviewPart, ...]
    summary: tuple[SummaryRow, ...]
    accepted: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewView:
    """A preview as its one browser may see it; `pieces` is empty once the documents are erased."""

    country: str
    requester_country: str
    requester_names: Mapping[str, str]
    provider_names: Mapping[str, str]
    procedure_code: str
    pieces: tuple[PreviewPiece, ...]
    expires_at: datetime
    decided: bool
    answered: bool
    sends_something: bool
    has_way_back: bool
