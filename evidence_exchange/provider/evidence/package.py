"""Makes one package: the main evidence in the form asked for, and its version for people where that was asked too."""

from datetime import datetime
from uuid import UUID

from deployments import service as deployments
from edm.vocabulary.documents import MAIN_EVIDENCE, AssociatedDocument
from edm.vocabulary.media_types import PDF
from edm.vocabulary.parties import Authority
from evidence_exchange.provider.evidence.diploma import write_diploma
from evidence_exchange.provider.evidence.form import Form
from evidence_exchange.provider.evidence.made import MadeDocument, MadePackage
from evidence_exchange.provider.evidence.sheet import rows_of, sheet_of, text_in
from evidence_exchange.sources.base import RegisteredDocument, RegisterService


def make_package(document: RegisteredDocument, service: RegisterService, form: Form, *, authority: Authority, now: datetime) -> MadePackage:
    evidence_id = deployments.identifiers().uuid()
    if form.conforms_to is None:
        documents = [_pdf(document, service, form, evidence_id, MAIN_EVIDENCE, authority=authority, now=now)]
    else:
        documents = [_structured(document, service, form, evidence_id)]
    if form.with_readable_version:
        role = AssociatedDocument.HUMAN_READABLE_VERSION
        readable_id = deployments.identifiers().uuid()
        documents.append(_pdf(document, service, form, readable_id, role, authority=authority, now=now))
    return MadePackage(
        titles=service.titles,
        issued_on=document.issued_on,
        documents=tuple(documents),
        summary=rows_of(document, service, form.language),
    )


def _pdf(
    document: RegisteredDocument,
    service: RegisterService,
    form: Form,
    evidence_id: UUID,
    role: str,
    *,
    authority: Authority,
    now: datetime,
) -> MadeDocument:
    # Late: the typesetter is slow to load and only the worker sets pages.
    from evidence_exchange.provider.evidence.pdf import write_pdf

    sheet = sheet_of(document, service, form.language, authority=authority, evidence_id=evidence_id, now=now)
    return MadeDocument(
        evidence_id=evidence_id,
        role=role,
        title=sheet.title,
        media_type=PDF,
        languages=(form.language,),
        content=write_pdf(sheet, now),
    )


def _structured(document: RegisteredDocument, service: RegisterService, form: Form, evidence_id: UUID) -> MadeDocument:
    return MadeDocument(
        evidence_id=evidence_id,
        role=MAIN_EVIDENCE,
        title=text_in(service.titles, form.language),
        media_type=form.media_type,
        languages=service.languages,
        content=write_diploma(document, form.conforms_to or ""),
        conforms_to=form.conforms_to,
    )
