"""The headers and cookies of every kind of answer, page or not; the citizen's pages one by one stand in tests/oots_portal."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.house.responses import assert_guarded, assert_never_kept

DOOR, PORTAL, PROVIDER, NODE = "localhost", "pt.localhost", "de.localhost", "eidas.localhost"
PUBLIC = [
    (DOOR, "/", 200),
    (DOOR, "/privacy", 200),
    (DOOR, "/lab/", 200),
    (DOOR, "/sr/", 200),
    (DOOR, "/eb/rest/search", 200),
    (DOOR, "/dsd/rest/search", 200),
    (DOOR, "/as4", 405),
    (DOOR, "/healthz", 200),
    (DOOR, "/metrics", 200),
    (DOOR, "/api/v1/schema", 200),
    (DOOR, "/api/v1/docs", 200),
    (DOOR, "/api/v1/nowhere", 404),
    (DOOR, "/static/oots.css", 200),
    (DOOR, "/nowhere", 404),
    (PORTAL, "/", 200),
    (PORTAL, "/sign-in", 200),
    (PORTAL, "/sign-out", 405),
    (PORTAL, "/login/metadata", 200),
    (PROVIDER, "/", 200),
    (PROVIDER, "/preview/privacy", 200),
    (NODE, "/mock-eidas/metadata", 200),
    (NODE, "/nowhere", 404),
]
PERSONAL = [
    (DOOR, "/admin/", 302),
    (DOOR, "/admin/login/", 200),
    (DOOR, f"/api/v1/exchanges/{uuid4()}", 401),
    (DOOR, f"/api/v1/exchanges/{uuid4()}/trace", 401),
    (DOOR, f"/api/v1/sandbox/messages?exchange={uuid4()}", 401),
    (PORTAL, "/you", 302),
    (PORTAL, "/documents", 302),
    (PORTAL, "/check", 302),
    (PORTAL, "/submitted", 302),
    (PORTAL, f"/documents/{uuid4()}/request", 302),
    (PORTAL, f"/documents/{uuid4()}/pieces/{uuid4()}/{uuid4()}", 302),
    (PORTAL, "/return/never-issued", 410),
    (PORTAL, "/login/acs", 405),
    (PROVIDER, "/preview/never-issued", 404),
    (PROVIDER, "/preview/never-issued/way-back", 404),
    (PROVIDER, f"/preview/never-issued/documents/{uuid4()}", 404),
    (PROVIDER, f"/preview/never-issued/documents/{uuid4()}/1.png", 404),
    (NODE, "/mock-eidas/country", 400),
    (NODE, "/mock-eidas/login", 400),
    (NODE, "/mock-eidas/consent", 400),
]


def address(case):
    return f"{case[0]}{case[1]}".replace("/", "_") if isinstance(case, tuple) else None


@pytest.mark.parametrize("case", PUBLIC + PERSONAL, ids=address)
def test_every_answer_is_guarded(db, case):
    host, path, status = case

    answer = Client(headers={"host": f"{host}:8443"}).get(path, secure=True)

    assert answer.status_code == status
    assert_guarded(answer)


@pytest.mark.parametrize("case", PERSONAL, ids=address)
def test_what_is_about_a_person_is_never_kept(db, case):
    host, path, _status = case

    assert_never_kept(Client(headers={"host": f"{host}:8443"}).get(path, secure=True))


def test_a_host_that_is_not_ours_is_guarded_too(db):
    answer = Client(headers={"host": "evil.example"}).get("/", secure=True)

    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
