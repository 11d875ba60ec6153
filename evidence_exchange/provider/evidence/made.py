"""A document once it is made: bytes, and what is said about them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from evidence_exchange.sources.base import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the readable summary."""

    labels: Texts
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDocument:
    """`role` is MainEvidence or the kind of a supplement."""

    evidence_id: UUID
    role: str
    title: str
    media_type: str
    languages: tuple[str, ...]
    content: bytes
    conforms_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePackage:
    """One piece of evidence: the main document first, then what accompanies it."""

    titles: Texts
    issued_on: date
    documents: tuple[MadeDocument, ...]
    summary: tuple[Row, ...]
