"""Who stands before the page: the verified person of this session and their open application."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from deployments.model import MemberState
from edm.messages.persons import NaturalPerson
from eid_auth.service_provider.service import AuthenticatedIdentity, current_identity
from oots_portal.procedure.applications import current_application, remember_place
from oots_portal.procedure.cards import Card, cards_of
from oots_portal.procedure.directories import DirectoryFailed, DirectoryPending
from oots_portal.procedure.models import Application

# In the session: whose sign-in is wanted again, and at which card the same person goes on.
RESUME = "resume_at"
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Citizen:
    identity: AuthenticatedIdentity
    application: Application

    @property
    def person(self) -> NaturalPerson:
        return self.identity.person

    def card(self, requirement_id: UUID) -> Card:
        for card in cards_of(self.application):
            if card.document.requirement_id == requirement_id:
                remember_place(self.application, card.document)
                return card
        raise Http404


def member_state(request: HttpRequest) -> MemberState:
    """The Member State whose portal was opened; a state without one has no such page."""
    state: MemberState | None = request.origin.member_state  # type: ignore[attr-defined]
    if state is None or not state.is_requester:
        raise Http404
    return state


def for_citizen(
    view: Callable[Concatenate[HttpRequest, Citizen, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Only for a signed-in person with an open application; others sign in and come back here."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        identity = current_identity(request)
        if identity is None:
            request.session[RESUME] = str(kwargs.get("requirement_id", ""))
            return redirect("procedure:sign_in")
        application = current_application(member_state(request), identity.person_index)
        if application is None:
            return redirect("procedure:signed_in")
        request.application = application  # type: ignore[attr-defined]
        return asking_directories(view)(request, Citizen(identity, application), *args, **kwargs)

    return guarded


def asking_directories(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Where a directory has not answered yet, a page that asks again; where it cannot, one that says so."""

    @wraps(view)
    def patient(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except DirectoryPending:
            return render(request, "procedure/directory_pending.html", _directory_context(request, kwargs))
        except DirectoryFailed as failed:
            return render(request, "procedure/directory_failed.html", {**_directory_context(request, kwargs), "failure": failed.failure})

    return patient


def _directory_context(request: HttpRequest, kwargs: object) -> dict[str, object]:
    requirement = kwargs.get("requirement_id") if isinstance(kwargs, dict) else None
    return {"requirement_id": requirement, "is_signed_in": hasattr(request, "application")}
