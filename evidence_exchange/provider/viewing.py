"""From the rows of a preview to what its browser may see."""

from datetime import date

from evidence_exchange.models import FrozenPiece, Preview
from evidence_exchange.provider.steps.visit_preview import DECIDED, expiry_of
from evidence_exchange.provider.view import PreviewPart, PreviewPiece, PreviewView, SummaryRow
from evidence_exchange.states import ProviderState


def view_of(preview: Preview) -> PreviewView:
    exchange = preview.exchange
    decided = exchange.state in DECIDED
    return PreviewView(
        country=exchange.country,
        requester_country=exchange.requester_country,
        requester_names=exchange.requester_names,
        provider_names=exchange.provider_names,
        procedure_code=exchange.procedure_code,
        pieces=() if decided else _pieces(preview),
        expires_at=expiry_of(preview),
        decided=decided,
        answered=exchange.state in DECIDED - {ProviderState.DECIDED},
        sends_something=preview.pieces.filter(accepted=True).exists(),
        has_way_back=preview.sealed_return is not None,
    )


def _pieces(preview: Preview) -> tuple[PreviewPiece, ...]:
    packages: dict[int, list[FrozenPiece]] = {}
    for piece in preview.pieces.filter(wiped_at=None):
        packages.setdefault(piece.package, []).append(piece)
    return tuple(_piece(preview, parts) for parts in packages.values())


def _piece(preview: Preview, parts: list[FrozenPiece]) -> PreviewPiece:
    main = parts[0]
    metadata = main.metadata()
    return PreviewPiece(
        id=main.evidence_id,
        titles=metadata["titles"],
        issuer=preview.exchange.provider_names,
        issued_on=date.fromisoformat(metadata["issued_on"]),
        parts=tuple(_part(part) for part in parts),
        summary=tuple(SummaryRow(labels=row["labels"], value=row["value"]) for row in metadata["summary"]),
        accepted=main.accepted,
    )


def _part(piece: FrozenPiece) -> PreviewPart:
    metadata = piece.metadata()
    return PreviewPart(
        id=piece.evidence_id,
        role=piece.role,
        title=metadata["title"],
        media_type=piece.media_type,
        languages=tuple(metadata["languages"]),
        size=piece.size,
    )
