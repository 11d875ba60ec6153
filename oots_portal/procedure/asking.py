"""The explicit request: one press of one button, whatever the number of documents and of repetitions."""

from collections.abc import Sequence

from django.db import transaction

from common_services.messages.evidence_types import EvidenceType
from deployments.service import clock
from deployments.wording import reader_language
from edm.messages.persons import NaturalPerson
from evidence_exchange.service import Wish, cancel, open_exchange
from oots_portal.procedure import directories
from oots_portal.procedure.cards import Card
from oots_portal.procedure.catalogue import PROCEDURES
from oots_portal.procedure.directories import Office
from oots_portal.procedure.models import Application, DocumentRequest

# Counts up whenever the words of `procedure/request.html` change what a citizen agrees to.
EXPLICIT_TEXT_VERSION = "2026-11-1"


class OfficeGone(Exception):
    """The directory no longer lists the office that was named in the request."""


def ask(card: Card, subject: NaturalPerson, chosen: Sequence[tuple[EvidenceType, Office]], *, attempt: int) -> None:
    """Record the press of the button and open the first exchange. A repeated press changes nothing."""
    if attempt != card.attempt or not card.may_ask:
        return
    with transaction.atomic():
        requests = [_named(card, attempt, position, kind, office) for position, (kind, office) in enumerate(chosen)]
        _open(card.document.application, card, requests[0], chosen[0][1], subject)


def advance(card: Card, subject: NaturalPerson) -> bool:
    """Open the exchange of the next document of the request when the one before it is through."""
    step = card.current
    if step is None or step.exchange is not None or card.upload is not None:
        return False
    request = step.request
    office = directories.office(request.classification, request.country, request.data_service_id, request.provider_id)
    if office is None:
        raise OfficeGone(request.classification)
    _open(card.document.application, card, request, office, subject)
    return True


def set_aside(card: Card) -> None:
    """Stop what can still be stopped and clear the card for another way."""
    for step in card.steps:
        if step.exchange is not None and not step.exchange.is_settled:
            cancel(step.exchange.exchange_id)
    card.document.requests.filter(set_aside_at__isnull=True).update(set_aside_at=clock().now())


def _named(card: Card, attempt: int, position: int, kind: EvidenceType, office: Office) -> DocumentRequest:
    request, _created = DocumentRequest.objects.get_or_create(
        document=card.document,
        attempt=attempt,
        position=position,
        defaults={
            "country": card.document.country,
            "classification": kind.classification,
            "titles": dict(kind.titles),
            "provider_names": dict(office.access_service.publisher.names),
            "data_service_id": office.data_service.identifier,
            "provider_id": office.provider_id,
            "explicit_text_version": EXPLICIT_TEXT_VERSION,
            "language": reader_language(),
            "confirmed_at": clock().now(),
        },
    )
    return request


def _open(application: Application, card: Card, request: DocumentRequest, office: Office, subject: NaturalPerson) -> None:
    wish = Wish(
        key=str(request.pk),
        country=application.country,
        conversation_id=application.conversation_id,
        reference=application.reference,
        procedure_code=PROCEDURES[application.procedure].code,
        requirement=card.requirement,
        subject=subject,
        data_service=office.data_service,
        access_service=office.access_service,
        languages=_languages(request.language),
        explicit_text_version=request.explicit_text_version,
        language=request.language,
        confirmed_at=request.confirmed_at,
    )
    DocumentRequest.objects.filter(pk=request.pk).update(exchange_id=open_exchange(wish))


def _languages(reader: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((reader.upper(), "EN")))
