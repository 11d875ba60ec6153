"""Each row of the web table (identity 6.3) by name."""

import base64
from datetime import timedelta
from io import BytesIO

import pytest

from eid_auth.service_provider.errors import Refusal
from eid_auth.service_provider.guard.transport import LARGEST_FORM, LARGEST_RESPONSE
from eid_auth.service_provider.models import PendingLogin
from tests.eid_auth.browser import FORM, NODE, PORTAL, Browser
from tests.eid_auth.forgery import ACS, Forge

COOKIE = "__Host-eid-sandbox"


def test_the_handle_cookie_survives_a_post_from_another_site_and_nothing_else(browser):
    browser.start_login()

    cookie = browser.response.cookies[COOKIE]
    assert (cookie["samesite"], cookie["secure"], cookie["httponly"]) == ("None", True, True)
    assert (cookie["path"], cookie["domain"], cookie["max-age"]) == ("/", "", 900)


def test_the_handle_is_stored_as_a_hash(browser):
    browser.start_login()

    handle = browser.response.cookies[COOKIE].value
    assert handle not in str(PendingLogin.objects.values().get())


def test_an_answer_in_another_browser_logs_nobody_in(forge, refuses):
    refuses(forge.post(forge.response(), browser=Browser()), Refusal.NO_PENDING_LOGIN)


def test_an_answer_to_somebody_elses_login_logs_nobody_in(forge, refuses):
    """Login CSRF: the attacker's answer in the victim's browser, which waits for an answer of its own."""
    victim = Browser()
    other = Forge.of_login_started_by(victim)

    refuses(victim.post(ACS, {"SAMLResponse": encoded(forge.response()), "RelayState": other.relay_state}), Refusal.IN_RESPONSE_TO)


def test_a_second_tab_makes_the_first_one_stale(browser, forge, refuses):
    browser.start_login("FR")

    refuses(forge.post(forge.response()), Refusal.OTHER_RELAY_STATE)


def test_an_answer_for_one_member_state_is_nothing_at_another(browser, forge, refuses):
    handle = browser.client("pt.localhost:8443").cookies[COOKIE].value
    browser.client("es.localhost:8443").cookies[COOKIE] = handle
    fields = {"SAMLResponse": encoded(forge.response()), "RelayState": forge.relay_state}

    refuses(browser.post("https://es.localhost:8443/login/acs", fields), Refusal.NO_PENDING_LOGIN)


@pytest.mark.parametrize("relay_state", ["", "https://evil.example/", "x" * 5000])
def test_the_relay_state_is_compared_and_never_followed(forge, refuses, relay_state):
    refuses(forge.post(forge.response(), relay_state=relay_state), Refusal.OTHER_RELAY_STATE)


def test_the_relay_state_is_opaque_and_short(forge):
    assert 40 <= len(forge.relay_state) <= 80


def test_a_login_must_be_finished_within_fifteen_minutes(forge, refuses):
    pending = PendingLogin.objects.get()
    PendingLogin.objects.update(created_at=pending.created_at - timedelta(minutes=16))

    refuses(forge.post(forge.response()), Refusal.LOGIN_TOO_OLD)


def test_one_login_takes_five_answers_at_most(forge, refuses):
    for _ in range(5):
        forge.post(b"<no/>")

    refuses(forge.post(forge.response()), Refusal.TOO_MANY_ANSWERS)


def test_a_refused_answer_does_not_use_up_the_login(forge):
    forge.post(forge.bend(in_response_to="_another").response())

    assert forge.post(forge.response()).status_code == 303


def test_an_answer_that_is_too_large_is_not_parsed(forge, refuses):
    response = forge.post(b"<x>" + b" " * LARGEST_RESPONSE + b"</x>")

    assert response.status_code == 413
    refuses(response, Refusal.TOO_LARGE)


def test_an_answer_announced_too_large_is_not_read(browser, forge, refuses):
    class Untouchable(BytesIO):
        def read(self, *_):
            raise AssertionError("the body was read")

    response = browser.client("pt.localhost:8443").generic(
        "POST", "/login/acs", b"x", FORM, secure=True, CONTENT_LENGTH=str(LARGEST_FORM + 1), **{"wsgi.input": Untouchable()}
    )

    assert response.status_code == 413
    refuses(response, Refusal.TOO_LARGE)


@pytest.mark.parametrize("text", ["%%%", "PD94bWw", "💶"])
def test_an_answer_that_is_no_base64_is_refused(forge, refuses, text):
    response = forge.post(text)

    assert response.status_code == 400
    refuses(response, Refusal.NOT_BASE64)


@pytest.mark.parametrize("content", [b"", b"hello", b"<a><b></a>", b"\xff\xfe<a/>"])
def test_an_answer_that_is_no_xml_is_refused(forge, refuses, content):
    refuses(forge.post(content), Refusal.NOT_XML)


def test_an_answer_in_another_form_is_refused(browser, forge, refuses):
    refuses(multipart(browser, forge), Refusal.NOT_A_RESPONSE_FORM)


def multipart(browser, forge):
    return browser.post(ACS, encoded(forge.response()), content_type="text/xml", follow=False)


def test_two_answers_in_one_form_are_refused(browser, forge, refuses):
    both = [encoded(forge.response()), encoded(forge.response())]

    response = browser.post(ACS, {"SAMLResponse": both, "RelayState": forge.relay_state}, follow=False)

    refuses(response, Refusal.NOT_A_RESPONSE_FORM)


def test_an_answer_comes_by_post_only(browser):
    response = browser.get(f"{PORTAL}/login/acs")

    assert response.status_code == 405
    assert "Go on with your application" in browser.text


def test_the_address_where_a_login_starts_leads_back_to_the_portal(browser):
    response = browser.get(f"{PORTAL}/login/")

    assert (response.status_code, response["Location"]) == (302, "/")


def test_starting_a_login_needs_a_token_of_this_site():
    from django.test import Client

    client = Client(enforce_csrf_checks=True, HTTP_HOST="pt.localhost:8443")

    assert client.post("/login/", {"country": "DE"}, secure=True).status_code == 403


@pytest.mark.parametrize("fields", [{"country": "XX"}, {"country": "Germany"}, {"country": "DE", "next": "https://evil.example"}])
def test_a_login_starts_for_a_known_country_and_an_opaque_key(browser, fields):
    assert browser.post(f"{PORTAL}/login/", fields).status_code == 400


def test_a_member_state_that_only_provides_offers_no_login(browser):
    assert browser.post("https://de.localhost:8443/login/", {"country": "FR"}).status_code == 400


def test_the_way_to_the_node_is_a_form_that_needs_no_script(browser):
    response = browser.start_login("EL")

    form = browser.page.xpath("//main//form")[0]
    assert (form.get("method"), form.get("action")) == ("post", f"{NODE}/mock-eidas/sso")
    assert form.xpath(".//button")
    assert browser.fields()["country"] == "GR"
    assert not browser.page.xpath("//script[not(@src)]")
    assert f"form-action 'self' {NODE};" in response["Content-Security-Policy"] + ";"
    assert "no-store" in response["Cache-Control"]


def test_an_accepted_answer_is_a_303_that_nobody_stores(forge):
    response = forge.post(forge.response())

    assert response.status_code == 303
    assert "no-store" in response["Cache-Control"]


def test_a_refusal_shows_a_reference_and_logs_the_reason_behind_it(forge, caplog):
    response = forge.post(forge.bend(issuer="https://evil.example").response())

    page = response.content.decode()
    reference = caplog.text.split("reference=")[1].split()[0]
    assert reference in page
    assert Refusal.ISSUER.value not in page and "evil.example" not in page


def test_no_log_line_names_a_person(browser, caplog):
    caplog.set_level("DEBUG")

    browser.log_in("P1", "DE")
    browser.start_login("DE")
    browser.press()
    browser.press(persona="P1")
    browser.press("decision", "refuse")
    browser.press()

    assert "Groß" not in caplog.text and "mock-7f3a91c2" not in caplog.text


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()
