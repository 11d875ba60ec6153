"""P2 to P3: freeze the documents, mint the link, answer with the preview location."""

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy

from deployments import service as deployments
from deployments.sealing import token_hash
from edm.messages.evidence_error.message import Occurrence
from edm.messages.evidence_request.message import EvidenceRequest
from edm.vocabulary.exceptions import MISSING_AUTHORIZATION
from evidence_exchange import moves
from evidence_exchange.models import Exchange, FrozenPiece, Preview, ReceivedRequest
from evidence_exchange.provider.answers import error_answer
from evidence_exchange.provider.evidence.made import MadePackage
from evidence_exchange.provider.freezing import freeze, thaw
from evidence_exchange.provider.steps.send_answer import move_or_stop, record_intent, send_answer
from evidence_exchange.recording import Event, record

INVITATION = gettext_lazy("Look at your document and decide whether it is sent.")


def issue_preview(
    exchange: Exchange, received: ReceivedRequest, request: EvidenceRequest, packages: tuple[MadePackage, ...], now: datetime
) -> None:
    state = deployments.deployment().member_state(exchange.country)
    token = deployments.identifiers().token()
    location = f"{state.origin}/preview/{token}"
    occurrence = Occurrence(
        exception=MISSING_AUTHORIZATION, occurred_at=now, preview_location=location, preview_descriptions=_descriptions()
    )
    answer = error_answer(
        exchange, deployments.identifiers().uuid(), occurrence, request_id=request.request_id, requester=request.requester
    )
    record_intent(exchange, received, answer, now)
    pieces = freeze(packages)
    try:
        with transaction.atomic():
            preview = _open(exchange, token, location, now)
            _attach(preview, pieces)
            send_answer(exchange, received, answer, now)
            record(exchange, Event.PREVIEW_ISSUED, now, request_id=request.request_id, response_id=answer.response_id)
    except BaseException:
        # Whatever stopped it, the rows are rolled back and the bytes belong to nobody.
        thaw(pieces)
        raise


def _descriptions() -> dict[str, str]:
    """The text a portal may show beside the link, in every language of our catalogues."""
    texts = {}
    for language in deployments.deployment().languages:
        with translation.override(language):
            texts[language.upper()] = str(INVITATION)
    return texts


def _open(exchange: Exchange, token: str, location: str, now: datetime) -> Preview:
    timeouts = deployments.deployment().member_state(exchange.country).provider_timeouts
    second_due = now + timeouts.redirection * exchange.requirement_count
    move_or_stop(exchange, moves.ISSUE_PREVIEW, now, second_due=second_due)
    return Preview.objects.create(
        exchange=exchange,
        token_hash=token_hash(token),
        location_hash=token_hash(location),
        minted_at=now,
        delete_due=second_due + timeouts.decision * exchange.requirement_count,
    )


def _attach(preview: Preview, pieces: list[FrozenPiece]) -> None:
    for piece in pieces:
        piece.preview = preview
    FrozenPiece.objects.bulk_create(pieces)
