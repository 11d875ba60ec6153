"""C11: what came, or why nothing did, and what one can do now."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from deployments.wording import media_name
from evidence_exchange.service import Piece, UnknownExchange, piece_content, pieces, remove_piece
from oots_portal.procedure.asking import set_aside
from oots_portal.procedure.cards import ENDED, Card, CardState
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.citizen import Citizen, for_citizen, member_state
from oots_portal.procedure.downloads import download
from oots_portal.procedure.outcomes import what_happened


@require_safe
@for_citizen
def result(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    if card.state not in ENDED and not card.delivered:
        return redirect(card.place)
    context = {
        "procedure": procedure_of(member_state(request)),
        "card": card,
        "exchange": card.exchange,
        "happened": what_happened(card.exchange) if card.exchange else "",
        "received": [(step, pieces(step.exchange.exchange_id)) for step in card.delivered if step.exchange],
    }
    page = "result" if card.state in {CardState.ATTACHED, CardState.UPLOADED} else "failed"
    return render(request, f"procedure/{page}.html", context)


@require_safe
@for_citizen
def piece(request: HttpRequest, citizen: Citizen, requirement_id: UUID, exchange_id: UUID, piece_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    found = _piece(card, exchange_id, piece_id)
    name = f"{found.role}.{media_name(found.media_type).lower()}"
    return download(piece_content(exchange_id, piece_id), media_type=found.media_type, name=name)


@require_POST
@for_citizen
def remove(request: HttpRequest, citizen: Citizen, requirement_id: UUID, exchange_id: UUID, piece_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    _piece(card, exchange_id, piece_id)
    remove_piece(exchange_id, piece_id)
    if any(pieces(step.exchange.exchange_id) for step in card.steps if step.exchange):
        return redirect(card.url("result"))
    set_aside(card)
    return redirect("procedure:documents")


def _piece(card: Card, exchange_id: UUID, piece_id: UUID) -> Piece:
    """One of this card's own pieces; anybody else's does not exist here."""
    if not any(step.exchange and step.exchange.exchange_id == exchange_id for step in card.steps):
        raise Http404
    try:
        return next(found for found in pieces(exchange_id) if found.id == piece_id)
    except (StopIteration, UnknownExchange):
        raise Http404 from None
