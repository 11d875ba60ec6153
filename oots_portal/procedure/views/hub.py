"""C3, C4, C14, C15: who you are, your documents, the last look, the receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eid_auth.service_provider.service import current_identity
from oots_portal.procedure import applications, directories
from oots_portal.procedure.asking import OfficeGone, advance
from oots_portal.procedure.cards import Card, cards_of
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.citizen import Citizen, for_citizen, member_state
from oots_portal.procedure.clearing import clear
from oots_portal.procedure.directories import DirectoryFailed, DirectoryPending


@require_safe
@for_citizen
def you(request: HttpRequest, citizen: Citizen) -> HttpResponse:
    return render(request, "procedure/you.html", _context(request, citizen) | {"identity": citizen.identity})


@require_safe
@for_citizen
def documents(request: HttpRequest, citizen: Citizen) -> HttpResponse:
    cards = _cards(request, citizen)
    for card in cards:
        _advance_if_possible(card, citizen)
    context = _context(request, citizen) | {"cards": cards_of(citizen.application)}
    return render(request, "procedure/documents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_citizen
def check(request: HttpRequest, citizen: Citizen) -> HttpResponse:
    cards = _cards(request, citizen)
    complete = all(card.is_ready for card in cards)
    if request.method == "POST" and complete:
        applications.submit(citizen.application)
        return redirect("procedure:submitted")
    context = _context(request, citizen) | {"cards": cards, "complete": complete, "identity": citizen.identity}
    return render(request, "procedure/check.html", context)


@never_cache
@require_safe
def submitted(request: HttpRequest) -> HttpResponse:
    state = member_state(request)
    identity = current_identity(request)
    application = applications.latest_submitted(state, identity.person_index) if identity else None
    if application is None:
        return redirect("procedure:start")
    request.application = application  # type: ignore[attr-defined]
    country = next((card.country for card in cards_of(application) if card.steps), "")
    return render(request, "procedure/submitted.html", {"procedure": procedure_of(state), "application": application, "country": country})


@require_POST
@for_citizen
def start_over(request: HttpRequest, citizen: Citizen) -> HttpResponse:
    for card in cards_of(citizen.application):
        clear(card)
    applications.give_up(citizen.application)
    return redirect("procedure:signed_in")


def _cards(request: HttpRequest, citizen: Citizen) -> tuple[Card, ...]:
    cards = cards_of(citizen.application)
    if cards:
        return cards
    state = member_state(request)
    applications.list_documents(citizen.application, directories.required_documents(procedure_of(state).code, state.country))
    return cards_of(citizen.application)


def _advance_if_possible(card: Card, citizen: Citizen) -> None:
    try:
        advance(card, citizen.person)
    except (DirectoryPending, DirectoryFailed, OfficeGone):
        return  # the waiting page of this card says what the matter is


def _context(request: HttpRequest, citizen: Citizen) -> dict[str, object]:
    return {"procedure": procedure_of(member_state(request)), "application": citizen.application}
