"""The browser's key, and the rules that hold for every answer of the preview space."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_variables

from deployments.service import deployment, identifiers
from evidence_exchange.provider.service import PreviewRefused, Refusal, refuse_elsewhere

P = ParamSpec("P")
STATUS = {Refusal.UNKNOWN: 404, Refusal.EXPIRED: 410, Refusal.OTHER_BROWSER: 403, Refusal.CLOSED: 410}


def cookie_name() -> str:
    return f"__Host-preview-{deployment().name}"


def for_one_browser(
    view: Callable[Concatenate[HttpRequest, str, str, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give the browser its key, refuse with a page of its own, and let nothing be kept on the way."""

    @wraps(view)
    @sensitive_variables()
    def guarded(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        known = request.COOKIES.get(cookie_name())
        browser_key = known or identifiers().token()
        try:
            refuse_elsewhere(token, request.origin.member_state.country)  # type: ignore[attr-defined]
            response = view(request, token, browser_key, *args, **kwargs)
        except PreviewRefused as refused:
            response = render(request, "preview_space/refused.html", {"reason": refused.reason}, status=STATUS[refused.reason])
        if not known:
            response.set_cookie(cookie_name(), browser_key, secure=True, httponly=True, samesite="Lax", path="/")
        return private(response)

    return guarded


def private(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
