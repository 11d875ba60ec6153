"""Every failure is a problem document, whoever noticed it."""

import pytest

from oots_portal.api import problem_kinds
from oots_portal.api.views.lists import CountriesView

MEMBERS = {"type", "title", "code", "status", "instance", "who_can_fix", "retryable", "user_message_key"}


def is_problem(answer, status, code):
    document = answer.json()
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert document.keys() >= MEMBERS
    assert (document["code"], document["status"]) == (code, status)
    assert document["type"].rpartition("/")[2].replace("-", "_") == code


@pytest.mark.parametrize("path", ["nothing", "", "countries/", "requirements/not-a-uuid/options", "exchanges/7/trace"])
def test_an_unknown_address(stranger, path):
    is_problem(stranger.get(path), 404, "not_found")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["countries", "schema", "docs", "procedures/T2/requirements"])
def test_a_method_that_is_not_offered(stranger, method, path):
    answer = stranger.request(method, path)

    is_problem(answer, 405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]


def test_a_form_that_is_not_offered(stranger):
    answer = stranger._client.get("/api/v1/countries", secure=True, headers={"Accept": "text/csv"})

    is_problem(answer, 406, "not_acceptable")


def test_a_fault_of_ours(stranger, monkeypatch):
    def broken(self, request):
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr(CountriesView, "get", broken)

    answer = stranger.get("countries")

    is_problem(answer, 500, "internal_error")
    assert b"nobody foresaw this" not in answer.content


def test_a_query_that_is_malformed(stranger):
    is_problem(stranger.get("procedures/T2/requirements"), 400, "validation_failed")


@pytest.mark.parametrize("slug", sorted(problem_kinds.KINDS))
def test_every_problem_type_explains_itself(stranger, slug):
    explained = stranger.get(f"problems/{slug}").json()

    assert explained["code"] == slug.replace("-", "_")
    assert explained["title"]


def test_an_unknown_problem_type(stranger):
    is_problem(stranger.get("problems/none"), 404, "not_found")
