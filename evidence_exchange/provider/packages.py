"""Made documents as the answer describes and attaches them."""

from uuid import UUID

from deployments import service as deployments
from edelivery.service import Part
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_response.message import Document, EvidencePackage, Supplement
from edm.vocabulary.documents import AssociatedDocument
from evidence_exchange.documents import documents_of
from evidence_exchange.identities import new_content_id
from evidence_exchange.models import Exchange
from evidence_exchange.provider.evidence.made import MadeDocument, MadePackage


def described_package(package: MadePackage, request: EvidenceRequest, exchange: Exchange) -> EvidencePackage:
    """The metadata of a package; the person is repeated as the request named them (identity.md 8.1)."""
    state = deployments.deployment().member_state(exchange.country)
    main, *others = package.documents
    return EvidencePackage(
        main=Document(
            identifier=main.evidence_id,
            content_id=new_content_id(state),
            title=main.title,
            subject=request.subject.confirmed,
            issuing_authority=exchange.provider,
            classification=request.evidence_type.classification,
            titles=request.evidence_type.titles,
            descriptions=request.evidence_type.descriptions,
            issuing_date=package.issued_on,
            media_type=main.media_type,
            languages=main.languages,
            conforms_to=main.conforms_to,
        ),
        supplements=tuple(_supplement(other, new_content_id(state)) for other in others),
    )


def _supplement(document: MadeDocument, content_id: str) -> Supplement:
    return Supplement(
        kind=AssociatedDocument(document.role),
        identifier=document.evidence_id,
        content_id=content_id,
        title=document.title,
        media_type=document.media_type,
        languages=document.languages,
    )


def attachments_of(made: tuple[MadePackage, ...], described: tuple[EvidencePackage, ...]) -> tuple[Part, ...]:
    """One part per document, under the content id its description names."""
    contents: dict[UUID, MadeDocument] = {d.evidence_id: d for package in made for d in package.documents}
    return tuple(Part(d.content_id, d.media_type, contents[d.identifier].content) for d in documents_of(described))
