"""Frozen documents: the bytes that are previewed are the bytes that are sent, and they are wiped once that is done."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from deployments import service as deployments
from deployments.blobs.base import BlobMissing
from evidence_exchange.models import Exchange, FrozenPiece
from evidence_exchange.provider.evidence.made import MadeDocument, MadePackage, Row


def freeze(packages: tuple[MadePackage, ...]) -> list[FrozenPiece]:
    """Stores the bytes; the rows are for the caller's transaction."""
    return [_frozen(number, package, document) for number, package in enumerate(packages) for document in package.documents]


def _frozen(number: int, package: MadePackage, document: MadeDocument) -> FrozenPiece:
    blob = deployments.blobs().put(document.content)
    piece = FrozenPiece(
        evidence_id=document.evidence_id,
        package=number,
        role=document.role,
        media_type=document.media_type,
        blob_key=blob.key,
        digest=blob.digest,
        size=blob.size,
    )
    piece.seal_metadata(
        {
            "title": document.title,
            "languages": document.languages,
            "conforms_to": document.conforms_to,
            "titles": dict(package.titles),
            "issued_on": package.issued_on,
            "summary": [{"labels": dict(row.labels), "value": row.value} for row in package.summary],
        }
    )
    return piece


def made_again(pieces: Iterable[FrozenPiece]) -> tuple[MadePackage, ...]:
    """The packages as they were frozen. Raises BlobMissing or BlobAltered."""
    packages: dict[int, list[FrozenPiece]] = {}
    for piece in pieces:
        packages.setdefault(piece.package, []).append(piece)
    return tuple(_package(found) for found in packages.values())


def _package(pieces: list[FrozenPiece]) -> MadePackage:
    metadata = _metadata(pieces[0])
    return MadePackage(
        titles=metadata["titles"],
        issued_on=date.fromisoformat(metadata["issued_on"]),
        documents=tuple(_document(piece) for piece in pieces),
        summary=tuple(Row(labels=row["labels"], value=row["value"]) for row in metadata["summary"]),
    )


def _document(piece: FrozenPiece) -> MadeDocument:
    metadata = _metadata(piece)
    return MadeDocument(
        evidence_id=UUID(str(piece.evidence_id)),
        role=piece.role,
        title=metadata["title"],
        media_type=piece.media_type,
        languages=tuple(metadata["languages"]),
        content=deployments.blobs().get(piece.blob),
        conforms_to=metadata["conforms_to"],
    )


def _metadata(piece: FrozenPiece) -> dict[str, Any]:
    metadata = piece.metadata()
    if not metadata:
        # Another worker has answered in the meantime, and what it sent is wiped.
        raise BlobMissing(piece.blob_key)
    return metadata


def thaw(pieces: Iterable[FrozenPiece]) -> None:
    """Forget bytes whose rows were never kept."""
    for piece in pieces:
        deployments.blobs().wipe(piece.blob_key)


def wipe_after_commit(exchange: Exchange, now: datetime, *, accepted: bool | None = None) -> None:
    """Forget documents once the caller's transaction stands; the sweep repeats what a crash left undone."""
    pieces = FrozenPiece.objects.filter(preview__exchange=exchange, wiped_at=None)
    if accepted is not None:
        pieces = pieces.filter(accepted=accepted)
    keys = {piece.pk: piece.blob_key for piece in pieces}
    transaction.on_commit(lambda: wipe(keys, now), robust=True)


def wipe(keys: dict[int, str], now: datetime) -> None:
    """The bytes first: a row that says "wiped" has none."""
    for key in keys.values():
        deployments.blobs().wipe(key)
    FrozenPiece.objects.filter(pk__in=keys).update(wiped_at=now, sealed_metadata=None)
