"""C8b, C9, C10: waiting, leaving and coming back."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deployments.service import clock
from eid_auth.service_provider.service import current_identity
from evidence_exchange.service import NotNow, continue_to_preview, exchange_of_return, returned
from oots_portal.procedure.asking import OfficeGone, advance
from oots_portal.procedure.cards import Card, CardState
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.citizen import RESUME, Citizen, for_citizen, member_state
from oots_portal.procedure.models import DocumentRequest

# After this long the page says that it is still working; a changed text is announced, so it changes rarely.
PATIENCE = timedelta(seconds=10)
UNCHANGED = 204


@require_safe
@for_citizen
def waiting(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    card = _advanced(citizen, requirement_id)
    if not card.is_waiting and card.state is not CardState.YOUR_TURN:
        return redirect(card.place)
    return render(request, "procedure/waiting.html", _context(request, card))


@require_safe
@for_citizen
def news(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    """What the waiting page asks once a second; silent while there is nothing new to say."""
    card = _advanced(citizen, requirement_id)
    context = _context(request, card)
    if request.GET.get("seen") == context["said"]:
        return HttpResponse(status=UNCHANGED)
    return render(request, "procedure/parts/news.html", context | {"fragment": True})


@require_http_methods(["GET", "HEAD", "POST"])
@for_citizen
def leaving(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    if card.exchange is None or card.state not in {CardState.YOUR_TURN, CardState.IN_PREVIEW}:
        return redirect(card.place)
    if request.method == "POST":
        return _depart(card)
    response = render(request, "procedure/leaving.html", _context(request, card))
    # The answer to this form is a redirect to the other country; browsers hold redirects of a form to form-action.
    response._csp_update = {"form-action": f"https://{card.exchange.preview_host}"}  # type: ignore[attr-defined]
    return response


def _depart(card: Card) -> HttpResponse:
    assert card.exchange is not None  # noqa: S101  the caller looked
    try:
        return redirect(continue_to_preview(card.exchange.exchange_id))
    except NotNow:
        return redirect(card.url("result"))


@never_cache
@require_safe
def way_back(request: HttpRequest, token: str) -> HttpResponse:
    """The return address: it leads back to the card, and only the person who left (X12)."""
    asked = _asked_here(request, exchange_of_return(token))
    if asked is None:
        context = {"procedure": procedure_of(member_state(request)), "is_signed_in": current_identity(request) is not None}
        return render(request, "procedure/return_unknown.html", context, status=410)
    identity = current_identity(request)
    if identity is None or identity.person_index != asked.document.application.person_index:
        returned(token, recognised=False)
        request.session[RESUME] = str(asked.document.requirement_id)
        context = {"procedure": procedure_of(member_state(request)), "other_person": identity is not None}
        return render(request, "procedure/return_sign_in.html", context, status=403)
    returned(token)
    return redirect(_waiting_page(asked))


def _asked_here(request: HttpRequest, exchange_id: UUID | None) -> DocumentRequest | None:
    """What was asked in this exchange at this portal; another country's way back is none of ours."""
    if exchange_id is None:
        return None
    asked = DocumentRequest.objects.select_related("document__application")
    return asked.filter(exchange_id=exchange_id, document__application__country=member_state(request).country).first()


def _waiting_page(asked: DocumentRequest) -> str:
    return Card(asked.document, (), None).url("waiting")


def _advanced(citizen: Citizen, requirement_id: UUID) -> Card:
    card = citizen.card(requirement_id)
    try:
        moved = advance(card, citizen.person)
    except OfficeGone:
        return card
    return citizen.card(requirement_id) if moved else card


def _context(request: HttpRequest, card: Card) -> dict[str, object]:
    state = member_state(request)
    exchange = card.exchange
    late = exchange is not None and clock().now() - exchange.opened_at > PATIENCE
    parts = (card.state, len(card.delivered), "late" if late else "early")
    return {
        "procedure": procedure_of(state),
        "card": card,
        "exchange": exchange,
        "late": late,
        "said": "-".join(str(part) for part in parts),
        "still": "still" in request.GET,
        "timeouts": state.requester_timeouts,
        "own_host": urlsplit(state.origin).netloc,
    }
