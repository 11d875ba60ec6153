"""Asks a directory of ours as a stranger would: by HTTP, verifying before reading."""

from datetime import UTC, datetime
from urllib.parse import urlencode

from django.test import Client

from common_services.messages.envelope import read_envelope
from common_services.messages.failure_reader import read_failures
from common_services.service import own_root
from common_services.verification import verify

DOOR = "localhost"


def search(directory, query_id=None, *, headers=None, **parameters):
    """The HTTP answer; names with hyphens are given with underscores."""
    named = {name.replace("_", "-"): value for name, value in parameters.items()}
    if query_id is not None:
        named = {"queryId": query_id, **named}
    return get(directory, urlencode(named, doseq=True), headers=headers)


def get(directory, query_string, headers=None):
    sent = {"Accept": "application/x-ebrs+xml", "Accept-Version": "oots-cs:v2.0", **(headers or {})}
    return Client(SERVER_NAME=DOOR).get(f"/{directory}/rest/search?{query_string}", secure=True, headers=sent)


def document(response):
    """The verified document of an answer."""
    lower = {name.lower(): value for name, value in response.headers.items()}
    assert response.status_code == 200
    assert lower["content-type"] == "application/x-ebrs+xml"
    verify(response.content, lower, frozenset({own_root()}), datetime.now(UTC))
    return read_envelope(response.content)


def refusals(response):
    """Codes and details of a signed failure."""
    return [(occurrence.code, occurrence.detail) for occurrence in read_failures(document(response))]
