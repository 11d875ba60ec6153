"""Stores what came: bytes as encrypted blobs, digest and metadata as rows."""

from collections.abc import Iterator

from deployments import service as deployments
from deployments.blobs.base import Blob
from edelivery.service import InboundMessage
from edm.messages.evidence_response.message import Document, EvidencePackage, EvidenceResponse, Supplement
from edm.vocabulary.documents import MAIN_EVIDENCE
from evidence_exchange.documents import AnyDocument, documents_of
from evidence_exchange.models import EvidencePiece, Exchange
from evidence_exchange.subjects import is_same_person

SAME, OTHER, UNKNOWN = "same", "other", "unknown"


def keep_evidence(exchange: Exchange, response: EvidenceResponse, inbound: InboundMessage) -> str:
    """Is the confirmed subject the one we asked about: same, other or unknown (X16)?"""
    pieces = [piece for number, package in enumerate(response.packages) for piece in _pieces(exchange, number, package, inbound)]
    EvidencePiece.objects.bulk_create(pieces)
    return _verdict([piece.subject_matches for piece in pieces if piece.role == MAIN_EVIDENCE])


def _verdict(matches: list[bool | None]) -> str:
    if not matches or None in matches:
        return UNKNOWN
    return SAME if all(matches) else OTHER


def _pieces(exchange: Exchange, number: int, package: EvidencePackage, inbound: InboundMessage) -> Iterator[EvidencePiece]:
    main = package.main
    matches = is_same_person(exchange, main.subject)
    for document in documents_of((package,)):
        piece = EvidencePiece(
            exchange=exchange,
            evidence_id=document.identifier,
            package=number,
            role=document.kind.value if isinstance(document, Supplement) else MAIN_EVIDENCE,
            media_type=document.media_type,
            languages=list(document.languages),
            issuer=dict(main.issuing_authority.names),
            issued_on=main.issuing_date,
            conforms_to=_model_of(document),
            subject_matches=matches,
            received_at=inbound.received_at,
            **_stored(document, inbound),
        )
        piece.seal_title(document.title)
        yield piece


def _model_of(document: AnyDocument) -> str:
    return (document.conforms_to or "") if isinstance(document, Document) else ""


def _stored(document: AnyDocument, inbound: InboundMessage) -> dict[str, str | int]:
    content = next(part.content for part in inbound.parts if part.content_id == document.content_id)
    blob: Blob = deployments.blobs().put(content)
    return {"blob_key": blob.key, "digest": blob.digest, "size": blob.size}
