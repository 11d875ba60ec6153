"""C0 to C2: what this is, what is needed, signing in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common_services.messages.requirements import Requirement
from deployments.wording import country_name
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.service import current_identity, forget, login_countries, start_login, take_next_key
from oots_portal.procedure.applications import resume_or_open
from oots_portal.procedure.cards import Card, cards_of
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.citizen import RESUME, asking_directories, member_state
from oots_portal.procedure.directories import CountryOffer, offers_for, offices_for, required_documents
from oots_portal.procedure.forms import ChoiceForm
from oots_portal.procedure.models import Application


@dataclass(frozen=True, slots=True)
class Forecast:
    """One row of the checklist: a document, a country, and what it takes to fetch the one from the other."""

    requirement: Requirement
    offer: CountryOffer
    assurance: LevelOfAssurance | None


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    state = request.origin.member_state  # type: ignore[attr-defined]
    if state is None:
        raise Http404
    if not state.is_requester:
        return render(request, "procedure/provider_home.html")
    return render(request, "procedure/start.html", {"procedure": procedure_of(state)})


@require_safe
@asking_directories
def checklist(request: HttpRequest) -> HttpResponse:
    state = member_state(request)
    procedure = procedure_of(state)
    requirements = required_documents(procedure.code, state.country)
    offers = {requirement.identifier: offers_for(requirement.identifier) for requirement in requirements}
    countries = sorted({offer.country for found in offers.values() for offer in found}, key=country_name)
    chosen = [code for code in countries if code in request.GET.getlist("country")]
    context = {
        "procedure": procedure,
        "requirements": requirements,
        "countries": countries,
        "chosen": chosen,
        "forecasts": [
            _forecast(requirement, offer)
            for requirement in requirements
            for offer in offers[requirement.identifier]
            if offer.country in chosen
        ],
    }
    return render(request, "procedure/checklist.html", context)


def _forecast(requirement: Requirement, offer: CountryOffer) -> Forecast:
    kinds = [kind for way in offer.ways[:1] for kind in way.evidence_types]
    demanded = [office.data_service.level_of_assurance for offices in offices_for(kinds, offer.country) for office in offices]
    levels = sorted((level for level in demanded if level), key=lambda level: level.rank)
    return Forecast(requirement, offer, levels[-1] if levels else None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    state = member_state(request)
    countries = sorted(login_countries(), key=country_name)
    form = ChoiceForm(request.POST if request.method == "POST" else None, countries)
    if form.is_valid():
        return start_login(request, country=form.cleaned_data["choice"], next_key=request.session.get(RESUME, ""))
    context = {"procedure": procedure_of(state), "form": form, "countries": countries, "resumes": RESUME in request.session}
    return render(request, "procedure/sign_in.html", context)


@never_cache
@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """The same person goes on where they were, at the same card; another person starts afresh."""
    identity = current_identity(request)
    if identity is None:
        return redirect("procedure:sign_in")
    application, is_new = resume_or_open(member_state(request), identity.person_index)
    wanted = take_next_key(request)
    return redirect("procedure:you" if is_new else _place_of(application, wanted))


@require_safe
def upload_instead(request: HttpRequest) -> HttpResponse:
    """For those whose sign-in does not work: how to apply without one."""
    return render(request, "procedure/upload_instead.html", {"procedure": procedure_of(member_state(request))})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    forget(request)
    return redirect("procedure:start")


def _place_of(application: Application, wanted: str) -> str:
    """The card that was open when the session ended, else the one that was open last."""
    cards = cards_of(application)
    by_requirement = {str(card.document.requirement_id): card for card in cards}
    by_document: dict[UUID | None, Card] = {card.document.pk: card for card in cards}
    card = by_requirement.get(wanted) or by_document.get(application.last_document_id)
    return card.place if card else "procedure:documents"
