"""Straight into our own `/as4` view, bytes for bytes: a whole exchange inside one test."""

from django.test import RequestFactory

from edelivery.transport.base import HttpAnswer


class InProcessTransport:
    def post(self, endpoint: str, *, content_type: str, body: bytes) -> HttpAnswer:
        from edelivery.views import receive

        response = receive(RequestFactory().post("/as4", data=body, content_type=content_type))
        return HttpAnswer(response.status_code, response.headers["Content-Type"], response.content)
