"""The three addresses of the service provider."""

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from deployments.service import clock, deployment, identifiers
from edm.errors import CallerMistake
from eid_auth.service_provider import service
from eid_auth.service_provider.errors import LoginDeclined, LoginRefused, Refusal
from eid_auth.service_provider.failures import calls_for_operator, failure_of
from eid_auth.service_provider.finishing import finish_login
from eid_auth.service_provider.forms import StartForm
from eid_auth.service_provider.metadata import write_metadata
from eid_auth.service_provider.models import PendingLogin
from eid_auth.service_provider.parties import service_provider
from eid_auth.service_provider.pending import pending_login

log = logging.getLogger(__name__)
SIGNED_IN = ("procedure:signed_in", "/signed-in")
SIGN_IN = ("procedure:sign_in", "/")
UPLOAD = ("procedure:upload_instead", "/")


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Starts a login; whoever comes back here by the address bar is sent to where one starts."""
    if request.method == "GET":
        return HttpResponseRedirect(_address(*SIGN_IN))
    form = StartForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    try:
        return service.start_login(request, country=form.cleaned_data["country"], next_key=form.cleaned_data["next"])
    except CallerMistake as mistake:
        return HttpResponse(str(mistake), status=400, content_type="text/plain")


# The answer is a POST from another site: it can carry no CSRF token, and is bound to the browser by the handle cookie.
@csrf_exempt
def acs(request: HttpRequest) -> HttpResponse:
    """The assertion consumer service (identity 6.3): 303 into the procedure, or a page that says what happened."""
    pending = pending_login(request)
    if request.method != "POST":
        return _failure_page(request, LoginRefused(Refusal.NOT_POSTED), pending)
    try:
        finish_login(request, pending, now=clock().now())
    except (LoginRefused, LoginDeclined) as fault:
        return _failure_page(request, fault, pending)
    response = HttpResponseRedirect(_address(*SIGNED_IN))
    response.status_code = 303
    add_never_cache_headers(response)
    return response


@require_GET
def metadata(request: HttpRequest) -> HttpResponse:
    state = deployment().member_state_of_host(request.get_host())
    if state is None or not state.is_requester:
        return HttpResponse(status=404)
    content = write_metadata(service_provider(state), now=clock().now())
    response = HttpResponse(content, content_type="application/samlmetadata+xml")
    patch_cache_control(response, public=True, max_age=3600)
    return response


def _failure_page(request: HttpRequest, fault: LoginRefused | LoginDeclined, pending: PendingLogin | None) -> HttpResponse:
    failure, reference = failure_of(fault), identifiers().reference()
    level = logging.ERROR if calls_for_operator(fault) else logging.WARNING
    log.log(level, "login_failed reference=%s reason=%s", reference, fault)
    context = {
        "failure": failure,
        "reference": reference,
        "pending": pending,
        "other_country": _address(*SIGN_IN),
        "upload": _address(*UPLOAD),
        "go_on": _address(*SIGNED_IN),
    }
    response = render(request, "eid_auth/login_failed.html", context, status=failure.status)
    add_never_cache_headers(response)
    return response


def _address(name: str, otherwise: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return otherwise
