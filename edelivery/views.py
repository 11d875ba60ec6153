"""POST /as4: what is checked before a byte is parsed (reference 13, step 1)."""

from typing import BinaryIO, cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from deployments import service as deployments
from edelivery.as4.limits import Limits
from edelivery.steps.receiving import receive_message
from edm.errors import CallerMistake

ACCEPTED = ("multipart/related", "application/soap+xml")
LONGEST_CONTENT_TYPE = 500
CHUNK = 256 * 1024


class TooLarge(CallerMistake):
    """More bytes than anybody may send."""


@csrf_exempt
def receive(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"}, content_type="text/plain")
    content_type = request.headers.get("Content-Type", "")
    if content_type.split(";")[0].strip().lower() not in ACCEPTED or len(content_type) > LONGEST_CONTENT_TYPE:
        return HttpResponse(status=415, content_type="text/plain")
    try:
        body = read_body(request, Limits().body)
    except TooLarge:
        return HttpResponse(status=413, content_type="text/plain")
    answer = receive_message(content_type, body, now=deployments.clock().now())
    return HttpResponse(answer.body, status=answer.status, content_type=answer.content_type)


def read_body(request: HttpRequest, limit: int) -> bytes:
    """The body, as long as it stays below `limit`; Django's own limit is for forms."""
    announced = request.headers.get("Content-Length", "")
    if announced.isdigit() and int(announced) > limit:
        raise TooLarge
    source = _source(request)
    body = bytearray()
    while chunk := source.read(CHUNK):
        body += chunk
        if len(body) > limit:
            raise TooLarge
    return bytes(body)


def _source(request: HttpRequest) -> BinaryIO:
    # A chunked body has no length, and Django then reads nothing; the server says that it marks the end itself.
    if not request.META.get("CONTENT_LENGTH") and request.META.get("wsgi.input_terminated"):
        return cast("BinaryIO", request.META["wsgi.input"])
    return cast("BinaryIO", request)
