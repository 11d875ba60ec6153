"""A piece of evidence as the page shows it: pictures of its readable part, its facts, its other parts."""

from dataclasses import dataclass
from uuid import UUID

from evidence_exchange.provider.service import PreviewPart, PreviewPiece, piece_content
from preview_space.forms import DecisionForm, name_of
from preview_space.page_images import page_count

PDF = "application/pdf"
READABLE_ROLES = ("MainEvidence", "HumanReadableVersion")


@dataclass(frozen=True, slots=True)
class ShownPiece:
    piece: PreviewPiece
    pictured: PreviewPart | None
    pages: tuple[int, ...]
    field: str
    errors: tuple[str, ...] = ()
    chosen: str = ""

    @property
    def main(self) -> PreviewPart:
        return self.piece.parts[0]

    @property
    def has_rows(self) -> bool:
        return bool(self.piece.summary)


def shown(piece: PreviewPiece, token: str, browser_key: str, form: DecisionForm | None = None) -> ShownPiece:
    pictured = _pictured(piece)
    pages = _pages(token, browser_key, pictured.id) if pictured else ()
    name = name_of(piece)
    errors = tuple(map(str, form.errors.get(name, ()))) if form and form.is_bound else ()
    chosen = form.data.get(name, "") if form and form.is_bound else ""
    return ShownPiece(piece, pictured, pages, name, errors, chosen)


def _pictured(piece: PreviewPiece) -> PreviewPart | None:
    readable = [part for role in READABLE_ROLES for part in piece.parts if part.role == role and part.media_type == PDF]
    return readable[0] if readable else None


def _pages(token: str, browser_key: str, part_id: UUID) -> tuple[int, ...]:
    _media_type, content = piece_content(token, browser_key, part_id)
    return tuple(range(1, page_count(content) + 1))
