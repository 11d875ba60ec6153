"""What a browser is shown when a page cannot be; integrators get the same as a problem document."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oots_portal.api.problems import problem_page


@dataclass(frozen=True, slots=True)
class Words:
    heading: Promise
    explanation: Promise


BAD_REQUEST = Words(
    _("We could not understand what your browser sent"),
    _("Nothing was changed or sent. Please go back, load the page again and repeat your step."),
)
FORBIDDEN = Words(
    _("This page is not open to you"),
    _("Perhaps your session ended or the page was open for too long. Nothing was changed or sent. Please start again and sign in."),
)
NOT_FOUND = Words(
    _("There is no such page"),
    _("The address may be mistyped, or the page was there for a short time only. Your application, if you have one, is not affected."),
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 400, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 403, FORBIDDEN)


def forgery_suspected(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _answer(request, 403, FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 404, NOT_FOUND)


def put_into_words(request: HttpRequest, refusal: HttpResponse) -> None:
    """Give a refusal that says nothing the words for its status; status and headers stay."""
    words = {403: FORBIDDEN, 404: NOT_FOUND}.get(refusal.status_code, BAD_REQUEST)
    said = _answer(request, refusal.status_code, words)
    refusal.content, refusal.headers["Content-Type"] = said.content, said.headers["Content-Type"]


def server_error(request: HttpRequest) -> HttpResponse:
    if _is_for_integrators(request):
        return problem_page(request, 500)
    # No database, no context processor: this page must work when little else does.
    return render(None, "500.html", status=500)


def _answer(request: HttpRequest, status: int, words: Words) -> HttpResponse:
    if _is_for_integrators(request):
        return problem_page(request, status)
    return render(request, "error.html", {"heading": words.heading, "explanation": words.explanation, "status": status}, status=status)


def _is_for_integrators(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")
