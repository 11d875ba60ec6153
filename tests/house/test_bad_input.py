"""What strangers send to the house as a whole: each gets an answer that says something, and none gets far.

Messages, logins, previews and ways back have their hostile tests beside their packages.
"""

import io
import logging
import sys

import pytest
from django.test import Client

from oots_portal.discretion import Discretion, Proportion
from oots_portal.middleware import LARGEST_BODY

HOSTS = {"door": "localhost:8443", "portal": "pt.localhost:8443", "provider": "de.localhost:8443", "node": "eidas.localhost:8443"}
PAGES = [
    ("door", "/"),
    ("door", "/lab/"),
    ("door", "/sr/"),
    ("door", "/healthz"),
    ("door", "/readyz"),
    ("door", "/metrics"),
    ("portal", "/"),
    ("portal", "/sign-in"),
    ("portal", "/sign-out"),
    ("portal", "/start-over"),
    ("portal", "/documents"),
    ("portal", "/return/abc"),
    ("portal", "/login/metadata"),
    ("provider", "/preview/abc"),
    ("provider", "/preview/privacy"),
    ("node", "/mock-eidas/consent"),
]
MACHINES = [("door", "/as4"), ("door", "/eb/rest/search"), ("door", "/dsd/rest/search"), ("door", "/api/v1/schema")]
FORM = "application/x-www-form-urlencoded"


class Untouchable(io.BytesIO):
    """A body whose reading is a failure."""

    def read(self, *_: object) -> bytes:
        raise AssertionError("the body was read")

    readline = read


def stranger(kind: str, **options: object) -> Client:
    return Client(headers={"host": HOSTS[kind]}, **options)


@pytest.mark.parametrize(("kind", "path"), PAGES)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "FOO"])
def test_a_method_a_page_does_not_have_is_refused_in_words(db, kind, path, method):
    answer = stranger(kind).generic(method, path, secure=True)

    assert answer.status_code == 405
    assert answer.headers["Allow"]
    assert "<h1" in answer.text


@pytest.mark.parametrize(("kind", "path"), MACHINES)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "FOO"])
def test_a_method_an_interface_does_not_have_is_refused(db, kind, path, method):
    answer = stranger(kind).generic(method, path, secure=True)

    assert answer.status_code == 405
    assert answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/sign-out", "/start-over"])
def test_a_button_opened_as_an_address_is_answered_with_a_page(db, path):
    answer = stranger("portal").get(path, secure=True)

    assert answer.status_code == 405
    assert "Nothing was changed or sent" in answer.text


def test_a_login_for_a_country_that_does_not_exist_is_answered_with_a_page(db):
    answer = stranger("portal").post("/login/", {"country": "\0", "next": "x" * 5000}, secure=True)

    assert answer.status_code == 400
    assert "<h1" in answer.text


@pytest.mark.parametrize("kind", HOSTS)
@pytest.mark.parametrize("path", ["/\0", "/%00", "/%ff%fe", "/..%2f..%2fmanage.py", "/static/../manage.py", "/é"])
def test_an_address_that_means_nothing_is_not_found(db, kind, path):
    assert stranger(kind).get(path, secure=True).status_code == 404


@pytest.mark.parametrize("path", ["/sr/%00", "/sr/requirements/a%00b", "/api/v1/schemas/%00", "/api/v1/code-lists/%00"])
def test_a_nul_in_an_address_is_not_found_on_any_database(db, path):
    answer = stranger("door").get(path, secure=True)

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == ("application/problem+json" if path.startswith("/api/") else "text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/eb/rest/search", "/dsd/rest/search", "/api/v1/exchanges", "/sr/"])
def test_a_nul_in_a_question_is_refused_on_any_database(db, path):
    answer = stranger("door").get(f"{path}?queryId=a%00b&reference=%00", secure=True)

    assert answer.status_code == 400
    assert answer.content


@pytest.mark.parametrize("host", ["evil.example", "", "..", "localhost:8443@evil", "pt.localhost:abc", "a" * 3000])
def test_a_host_that_is_not_ours_is_refused(db, host):
    assert Client(headers={"host": host}).get("/", secure=True).status_code == 400


@pytest.mark.parametrize("query", ["a=%ff", "a=%2500", "%c0%ae=1", "x[]=1&x=2", "page=99999999999999999999", "country=%ff&country=DE"])
@pytest.mark.parametrize("path", ["/", "/what-you-need", "/sign-in"])
def test_a_question_that_means_nothing_changes_nothing(db, path, query):
    assert stranger("portal").get(f"{path}?{query}", secure=True).status_code == 200


@pytest.mark.parametrize("language", ["../../x", "\xff\xfe", "x" * 4000, "", "zz", "fr\0"])
def test_nonsense_in_the_language_cookie_is_no_language(db, language):
    client = stranger("portal")
    client.cookies["__Host-language-sandbox"] = language

    page = client.get("/", secure=True)

    assert page.status_code == 200
    assert '<html lang="en"' in page.text


@pytest.mark.parametrize(
    ("kind", "path"), [("door", "/as4"), ("door", "/lab/"), ("door", "/admin/login/"), ("portal", "/sign-in"), ("portal", "/login/acs")]
)
def test_a_body_announced_too_large_is_not_read(db, kind, path):
    answer = stranger(kind, enforce_csrf_checks=True).generic(
        "POST", path, b"x", FORM, secure=True, CONTENT_LENGTH=str(LARGEST_BODY + 1), **{"wsgi.input": Untouchable()}
    )

    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"a=%ff&b=\xff\x00", b"&".join(b"a%d=1" % n for n in range(3000)), b"\xff\xfe"])
@pytest.mark.parametrize("content_type", [FORM, "multipart/form-data; boundary=x", "multipart/form-data", f"{FORM}; charset=nonsense"])
@pytest.mark.parametrize("path", ["/sign-in", "/login/", "/language"])
def test_a_form_that_means_nothing_is_refused_or_shown_again(db, path, content_type, body):
    assert stranger("portal").generic("POST", path, body, content_type, secure=True).status_code in {200, 302, 400}


def logged(name: str, level: int, words: str) -> str:
    """What would stand in the log, with the exception that is being handled."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discretion("%(levelname)s %(name)s %(message)s"))
    handler.addFilter(Proportion())
    handler.handle(logging.LogRecord(name, level, "", 0, words, None, sys.exc_info()))
    return stream.getvalue()


@pytest.mark.parametrize(("name", "level"), [("django.security.DisallowedHost", logging.ERROR), ("django.request", logging.WARNING)])
def test_what_a_stranger_sent_is_one_line_of_the_log(name, level):
    try:
        raise ValueError("odd")
    except ValueError:
        said = logged(name, level, "Not understood")

    assert said == f"WARNING {name} Not understood\n"


def test_a_fault_of_ours_is_told_whole_and_without_the_token_of_its_address():
    try:
        raise ValueError("no page /preview/s3cr3t-token")
    except ValueError:
        said = logged("django.request", logging.ERROR, "Internal Server Error: /preview/s3cr3t-token")

    assert "Traceback" in said
    assert "Internal Server Error: /preview/[token]" in said
    assert "ValueError: no page /preview/[token]" in said
    assert "s3cr3t" not in said


def test_the_start_may_ask_for_readiness_without_filling_the_log(db, caplog, monkeypatch):
    monkeypatch.setattr("oots_portal.operations.views.is_silent", lambda _now: True)

    assert stranger("door").get("/readyz", secure=True).status_code == 503
    assert caplog.records == []
