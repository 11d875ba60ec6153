"""C5, C6 and C8: which country, which document, and the explicit request."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from common_services.messages.evidence_types import EvidenceType, EvidenceTypeList
from deployments.wording import country_name
from edm.vocabulary.assurance import LevelOfAssurance
from oots_portal.procedure import asking, directories
from oots_portal.procedure.cards import Card
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.citizen import Citizen, for_citizen, member_state
from oots_portal.procedure.directories import Office
from oots_portal.procedure.forms import ChoiceForm
from oots_portal.procedure.models import RequiredDocument

Wanted = list[tuple[EvidenceType, tuple[Office, ...]]]


@require_http_methods(["GET", "HEAD", "POST"])
@for_citizen
def country(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    if not card.may_ask:
        return redirect(card.place)
    offers = sorted(directories.offers_for(card.document.requirement), key=lambda offer: country_name(offer.country))
    form = ChoiceForm(_posted(request), [offer.country for offer in offers])
    if form.is_valid():
        _choose(card, country=form.cleaned_data["choice"], evidence_list="")
        return redirect(card.url("which"))
    return render(request, "procedure/country.html", _context(request, card) | {"offers": offers, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_citizen
def which(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    if not card.may_ask:
        return redirect(card.place)
    if not card.document.country:
        return redirect(card.url("country"))
    offer = directories.offer_of(card.document.requirement, card.document.country)
    if not offer.fetchable:
        return render(request, "procedure/no_match.html", _context(request, card) | {"offer": offer})
    form = ChoiceForm(_posted(request), [*(way.identifier for way in offer.ways), "none"])
    if form.is_valid():
        return _go_on(card, form.cleaned_data["choice"])
    return render(request, "procedure/which.html", _context(request, card) | {"offer": offer, "form": form})


def _go_on(card: Card, choice: str) -> HttpResponse:
    if choice == "none":
        return redirect(card.url("country"))
    _choose(card, country=card.document.country, evidence_list=choice)
    return redirect(card.url("request"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_citizen
def explicit_request(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    """Going back, refreshing or pressing twice finds the request that was made."""
    card = citizen.card(requirement_id)
    if not card.may_ask:
        return redirect(card.place)
    way = _chosen_way(card)
    if way is None:
        return redirect(card.url("which"))
    wanted = _wanted(way, card.document.country)
    needed = _weaker_than(citizen.identity.level_of_assurance, wanted)
    missing = any(not offices for _kind, offices in wanted)
    if needed or missing:
        return render(request, "procedure/cannot_ask.html", _context(request, card) | {"needed": needed, "way": way})
    chosen = _chosen_offices(request.POST, wanted)
    if request.method == "POST" and chosen:
        asking.ask(card, citizen.person, chosen, attempt=_number(request.POST.get("attempt")))
        return redirect(card.url("waiting"))
    context = {"way": way, "wanted": wanted, "attempt": card.attempt, "identity": citizen.identity, "unchosen": request.method == "POST"}
    return render(request, "procedure/request.html", _context(request, card) | context | _clocks(request))


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _choose(card: Card, *, country: str, evidence_list: str) -> None:
    RequiredDocument.objects.filter(pk=card.document.pk).update(country=country, evidence_list=evidence_list)


def _chosen_way(card: Card) -> EvidenceTypeList | None:
    if not card.document.country:
        return None
    offer = directories.offer_of(card.document.requirement, card.document.country)
    return next((way for way in offer.ways if way.identifier == card.document.evidence_list), None)


def _wanted(way: EvidenceTypeList, country: str) -> Wanted:
    return list(zip(way.evidence_types, directories.offices_for(way.evidence_types, country), strict=True))


def _weaker_than(assurance: LevelOfAssurance, wanted: Wanted) -> LevelOfAssurance | None:
    """The level that every office of some document demands and this log-in does not reach."""
    for _kind, offices in wanted:
        demanded = [office.data_service.level_of_assurance for office in offices]
        if demanded and all(level and not assurance.meets(level) for level in demanded):
            return demanded[0]
    return None


def _chosen_offices(posted: QueryDict, wanted: Wanted) -> Sequence[tuple[EvidenceType, Office]]:
    """One office for each document: the only one, or the one the citizen named; empty while one is open."""
    chosen = []
    for number, (kind, offices) in enumerate(wanted):
        named = posted.get(f"office-{number}", "")
        office = offices[0] if len(offices) == 1 else next((o for o in offices if o.provider_id == named), None)
        if office is None:
            return ()
        chosen.append((kind, office))
    return chosen


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _context(request: HttpRequest, card: Card) -> dict[str, object]:
    return {"procedure": procedure_of(member_state(request)), "card": card}


def _clocks(request: HttpRequest) -> dict[str, object]:
    return {"timeouts": member_state(request).requester_timeouts}
