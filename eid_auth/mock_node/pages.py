"""The node's pages and the one that takes the browser back to the service."""

import base64
from typing import Any, cast
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from eid_auth.mock_node.models import NodeLogin
from eid_auth.mock_node.personas import schemes
from eid_auth.mock_node.services import Service


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return _guarded(render(request, f"mock_eidas/{template}.html", context, status=status))


def go_to(step: str) -> HttpResponse:
    """303, so that going back never posts again."""
    response = HttpResponseRedirect(reverse(f"mock_eidas:{step}"))
    response.status_code = 303
    return _guarded(response)


def return_page(request: HttpRequest, login: NodeLogin, service: Service, answer: bytes) -> HttpResponse:
    """A form that posts the answer to the service; scripts press its button, people without them do."""
    context = {
        "acs": service.acs,
        "host": urlsplit(service.acs).netloc,
        "answer": base64.b64encode(answer).decode(),
        "relay_state": login.relay_state,
        "provider_name": login.provider_name,
    }

    @csp_replace({"form-action": [SELF, service.origin]})
    def way_back(request: HttpRequest) -> HttpResponse:
        return render(request, "mock_eidas/return.html", context)

    return _guarded(cast(HttpResponse, way_back(request)))


def ended(request: HttpRequest, *, status: int = 400, explanation: str = "") -> HttpResponse:
    return page(request, "ended", {"explanation": explanation}, status=status)


def scheme_of(login: NodeLogin) -> dict[str, Any]:
    """What the national pages say of themselves."""
    return {"login": login, "scheme": schemes().get(login.country)}


def _guarded(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    return response
