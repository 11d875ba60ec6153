"""Forged forms, refused addresses, secrets in the log, the language switch."""

import logging

import pytest
from django.test import Client, RequestFactory

from oots_portal import errors
from oots_portal.discretion import Discretion
from tests.oots_portal.conftest import Browser


def token_of(client: Client) -> str:
    page = client.get("/sign-in").text
    return page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://pt.localhost:8443"}, 200),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "null", "sec-fetch-site": "same-site"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://de.localhost:8443"}, 403),
        ({}, 403),
    ],
)
def test_a_form_counts_only_from_our_own_pages(db: None, headers: dict[str, str], status: int) -> None:
    careful = Browser(enforce_csrf_checks=True)
    data = {"csrfmiddlewaretoken": token_of(careful), "choice": "DE"}

    assert careful.post("/sign-in", data, headers=headers).status_code == status


def test_a_form_without_its_token_is_refused_in_our_own_words(db: None) -> None:
    careful = Browser(enforce_csrf_checks=True)

    page = careful.post("/sign-in", {"choice": "DE"}, headers={"origin": "https://pt.localhost:8443"})

    assert page.status_code == 403
    assert "This page is not open to you" in page.text


def test_an_unknown_address_is_answered_in_our_own_words(db: None) -> None:
    page = Browser().get("/no-such-page")

    assert page.status_code == 404
    assert "There is no such page" in page.text


def test_a_request_nobody_understands_is_answered_in_our_own_words() -> None:
    page = errors.bad_request(RequestFactory().get("/"))

    assert page.status_code == 400
    assert b"We could not understand what your browser sent" in page.content


def test_a_fault_of_ours_is_owned_up_to_without_database_or_origin() -> None:
    page = errors.server_error(RequestFactory().get("/broken"))

    assert page.status_code == 500
    assert b"It is our fault, not yours" in page.content


@pytest.mark.parametrize(("view", "status"), [(errors.not_found, 404), (errors.bad_request, 400), (errors.server_error, 500)])
def test_integrators_get_a_problem_document(view, status: int) -> None:
    answer = view(RequestFactory().get("/api/v1/nowhere"))

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Not Found: /preview/s3cr3t-token/documents/1.png", "Not Found: /preview/[token]/documents/1.png"),
        ("Forbidden: /return/s3cr3t", "Forbidden: /return/[token]"),
        ('"GET /return/s3cr3t HTTP/1.1" 410', '"GET /return/[token] HTTP/1.1" 410'),
        ("Not Found: /preview/privacy", "Not Found: /preview/privacy"),
        ("Not Found: /documents", "Not Found: /documents"),
    ],
)
def test_no_token_reaches_the_log(said: str, kept: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s", (said,), None)

    assert Discretion("%(message)s").format(record) == kept


def test_the_language_is_switched_by_a_form_and_remembered(db: None) -> None:
    client = Browser()

    switched = client.post("/language", {"language": "fr", "next": "/sign-in"})

    assert switched.headers["Location"] == "/sign-in"
    assert '<html lang="fr"' in client.get("/").text


def test_the_language_switch_leads_to_no_other_site(db: None) -> None:
    switched = Browser().post("/language", {"language": "fr", "next": "https://elsewhere.example/"})

    assert switched.headers["Location"] == "/"


def test_the_language_of_the_browser_is_the_first_guess(db: None) -> None:
    assert '<html lang="fr"' in Browser().get("/", headers={"accept-language": "fr-BE, en;q=0.5"}).text
    assert '<html lang="en"' in Browser().get("/", headers={"accept-language": "pt"}).text
