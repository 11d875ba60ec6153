"""The steps of a login at the node: request in, country, national login, consent, answer out."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from deployments.service import clock
from eid_auth.mock_node import leaving
from eid_auth.mock_node.browsers import browser_key, login_of, recognise
from eid_auth.mock_node.consent import consent_view
from eid_auth.mock_node.countries import country_choices
from eid_auth.mock_node.entering import Refused, enter
from eid_auth.mock_node.errors import UnknownSender
from eid_auth.mock_node.metadata import write_metadata
from eid_auth.mock_node.models import NodeLogin
from eid_auth.mock_node.node import enabled_countries
from eid_auth.mock_node.pages import ended, go_to, page, return_page, scheme_of
from eid_auth.mock_node.personas import people_of
from eid_auth.mock_node.services import Service, service_called

log = logging.getLogger(__name__)
Step = Callable[[HttpRequest, NodeLogin, Service], HttpResponse]


# A service posts from its own origin and cannot know a token of ours; its signature says who it is.
@csrf_exempt
def sso(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return ended(request, status=405)
    browser, now = browser_key(request), clock().now()
    try:
        entered = enter(request, browser, now=now)
    except UnknownSender as fault:
        log.warning("request_not_answered reason=%s", fault)
        return ended(request, explanation=str(fault))
    if isinstance(entered, Refused):
        log.warning("request_refused reason=%s", entered.fault)
        status = (entered.fault.top, entered.fault.second)
        return return_page(request, entered.login, entered.service, leaving.declined(entered.login, entered.service, status, now=now))
    response = go_to("login" if entered.country else "country")
    recognise(response, browser)
    return response


def in_login(step: Step) -> Callable[[HttpRequest], HttpResponse]:
    """A page inside a login; without one it says that the login has ended."""

    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest) -> HttpResponse:
        login = login_of(request, now=clock().now())
        service = service_called(login.entity_id) if login else None
        if login is None or service is None:
            return ended(request)
        if request.POST.get("decision") == "cancel":
            return _decline(request, login, service, leaving.CANCELLED)
        return step(request, login, service)

    return view


@in_login
def country(request: HttpRequest, login: NodeLogin, service: Service) -> HttpResponse:
    if login.country_is_fixed:
        return go_to("login")
    chosen = request.POST.get("country", "")
    if chosen in enabled_countries():
        NodeLogin.objects.filter(pk=login.pk).update(country=chosen, persona="")
        return go_to("login")
    context = {"login": login, "countries": country_choices(get_language()), "nothing_chosen": request.method == "POST"}
    return page(request, "country", context)


@in_login
def login(request: HttpRequest, login: NodeLogin, service: Service) -> HttpResponse:
    if not login.country:
        return go_to("country")
    people = people_of(login.country)
    chosen = next((p for p in people if p.key == request.POST.get("persona")), None)
    if chosen is None:
        return page(request, "login", {**scheme_of(login), "people": people, "nothing_chosen": request.method == "POST"})
    NodeLogin.objects.filter(pk=login.pk).update(persona=chosen.key, authenticated_at=clock().now())
    if not chosen.reaches(login.minimum):
        return _decline(request, login, service, leaving.TOO_WEAK)
    return go_to("consent")


@in_login
def consent(request: HttpRequest, login: NodeLogin, service: Service) -> HttpResponse:
    if not login.persona:
        return go_to("login")
    decision, now = request.POST.get("decision"), clock().now()
    if decision == "refuse":
        return _decline(request, login, service, leaving.NOT_AGREED)
    if decision != "agree":
        return page(request, "consent", {**scheme_of(login), "consent": consent_view(login, service)})
    answer = leaving.agreed(login, service, request.POST.getlist("tell"), now=now)
    return return_page(request, login, service, answer) if login.claim(now) else ended(request, status=409)


@require_GET
def metadata(request: HttpRequest) -> HttpResponse:
    return HttpResponse(write_metadata(now=clock().now()), content_type="application/samlmetadata+xml")


def _decline(request: HttpRequest, login: NodeLogin, service: Service, status: tuple[str, str]) -> HttpResponse:
    now = clock().now()
    answer = leaving.declined(login, service, status, now=now)
    return return_page(request, login, service, answer) if login.claim(now) else ended(request, status=409)
