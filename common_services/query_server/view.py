"""`GET …/rest/search`: always status 200, and signed over the very bytes that are sent."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from common_services.query_server.server import QueryServer
from common_services.signing import sign
from deployments.service import clock, keys
from edm.vocabulary.media_types import REGREP_XML


def search_view(server: QueryServer) -> Callable[[HttpRequest], HttpResponse]:
    """Answers GET and HEAD, refuses every other method."""

    @csrf_exempt  # otherwise a POST would be told about cookies instead of methods
    @require_safe
    def search(request: HttpRequest) -> HttpResponse:
        body = server.answer(request.GET, request.headers.get("Accept-Version"))
        signature = sign(body, keys().directory_signing(), at=clock().now())
        return HttpResponse(body, content_type=REGREP_XML, headers=signature)

    return search
