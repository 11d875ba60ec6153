"""The description of the API for machines and for people."""

import re

import pytest
from django.contrib.staticfiles import finders
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from oots_portal.urls import door


@pytest.fixture(scope="module")
def schema():
    GENERATOR_STATS.reset()
    return SchemaGenerator(urlconf=door).get_schema(request=None, public=True)


def test_the_schema_is_valid_openapi_and_was_generated_without_a_guess(schema, capsys):
    validate_schema(schema)

    assert schema["openapi"].startswith("3.1")
    assert not GENERATOR_STATS, capsys.readouterr().err


def test_every_operation_is_described(schema):
    operations = [operation for path in schema["paths"].values() for operation in path.values()]

    assert len(operations) == 12
    assert all(operation["description"] and operation["tags"] for operation in operations)
    assert all("application/problem+json" in operation["responses"]["default"]["content"] for operation in operations)


def test_only_what_tells_of_exchanges_asks_for_the_key(schema):
    demanding = {path for path, operations in schema["paths"].items() if operations["get"].get("security")}

    assert demanding == {
        "/api/v1/exchanges",
        "/api/v1/exchanges/{exchange}",
        "/api/v1/exchanges/{exchange}/trace",
        "/api/v1/sandbox/messages",
    }


def test_the_schema_is_served(stranger):
    answer = stranger.get("schema", format="json")

    assert answer.status_code == 200
    assert answer.json()["paths"]


def test_the_page_loads_local_files_and_nothing_inline(stranger):
    answer = stranger.get("docs")

    page = answer.content.decode()
    assert answer.status_code == 200
    assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []
    assert "<style" not in page
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert address.startswith("/")
        if address.startswith("/static/"):
            assert finders.find(address.removeprefix("/static/")), address
    policy = answer.headers["Content-Security-Policy"]
    assert "img-src 'self' data:" in policy
    assert "unsafe" not in policy
