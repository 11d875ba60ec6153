"""Which of the deployment's origins a request came to, and in which language it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from deployments.model import Deployment, MemberState
from oots_portal.errors import put_into_words

Respond = Callable[[HttpRequest], HttpResponse]
LARGEST_BODY = 100 * 1024 * 1024
URLCONF = {"door": "oots_portal.urls.door", "eidas": "oots_portal.urls.eidas"}


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: the door, the eIDAS node or a Member State's own."""

    kind: str
    member_state: MemberState | None
    theme: str


def origin_of(host: str, deployment: Deployment) -> Origin | None:
    """The origin behind a Host header, None for a host this deployment does not serve."""
    kind = deployment.all_hosts.get(urlsplit(f"//{host}").hostname or "")
    if kind is None:
        return None
    if kind in URLCONF:
        return Origin(kind, None, "EU")
    state = deployment.member_state(kind)
    return Origin("member_state", state, state.theme)


class SizeMiddleware:
    """No address takes more than this; what is announced larger is refused before a byte of it is read."""

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdigit() and int(announced) > LARGEST_BODY:
            return HttpResponse("This is more than anybody may send.", status=413, content_type="text/plain")
        return self._get_response(request)


class OriginMiddleware:
    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        origin = origin_of(request.get_host(), settings.DEPLOYMENT)
        if origin is None:
            return HttpResponse("This address is not served here.", status=404, content_type="text/plain")
        request.origin = origin  # type: ignore[attr-defined]
        request.urlconf = URLCONF.get(origin.kind, "oots_portal.urls.member_state")
        return self._get_response(request)


class LanguageMiddleware:
    """Explicit choice (cookie), then the browser's languages, among the catalogues that are complete."""

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        translation.activate(translation.get_language_from_request(request))
        request.LANGUAGE_CODE = translation.get_language()
        response = self._get_response(request)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language() or "en")
        return response


class RefusalMiddleware:
    """A refusal without a word, such as Django's of a wrong method, says what our error pages say.

    A NUL is refused here: nothing we publish has one, and PostgreSQL fails where SQLite finds nothing.
    """

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = _refusal_of(request) or self._get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code >= 400 and is_page and not response.streaming and not response.content:
            put_into_words(request, response)
        return response


def _refusal_of(request: HttpRequest) -> HttpResponse | None:
    if "\0" in request.path:
        return HttpResponse(status=404)
    return HttpResponse(status=400) if "%00" in request.META.get("QUERY_STRING", "") else None
