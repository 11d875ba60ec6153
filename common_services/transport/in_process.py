"""Into our own URLs without a network: for tests, in which directory and portal share a process and a database."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.test import Client

from deployments.outbound import Answer


class InProcessTransport:
    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        parts = urlsplit(url)
        response = Client(SERVER_NAME=parts.hostname, SERVER_PORT=str(parts.port or 443)).get(
            f"{parts.path}?{parts.query}", secure=True, headers=dict(headers)
        )
        return Answer(response.status_code, {name.lower(): value for name, value in response.headers.items()}, response.content)
