"""The mock node: strict with requests, and every button leads somewhere."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from deployments.service import keys
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.mock_node.models import NodeLogin
from eid_auth.mock_node.personas import people_of, personas, schemes
from eid_auth.service_provider import attribute_names
from eid_auth.service_provider.authn_request import AuthnRequest, new_request_id, write_authn_request
from eid_auth.service_provider.signing import sign_enveloped
from tests.eid_auth.browser import NODE, PORTAL, Browser

SSO = f"{NODE}/mock-eidas/sso"


def asked(**facts) -> AuthnRequest:
    return AuthnRequest(
        **{
            "request_id": new_request_id(),
            "issued_at": datetime.now(UTC),
            "destination": SSO,
            "issuer": f"{PORTAL}/login/metadata",
            "provider_name": "University of the Mondego",
            "minimum": LevelOfAssurance.LOW,
            **facts,
        }
    )


def send(browser, request, *, change=None, key="saml-pt-signing", country="DE", **fields):
    tree = write_authn_request(request)
    if change:
        change(tree)
    signed = sign_enveloped(tree, keys().rsa(key), position=1)
    return browser.post(SSO, {"SAMLRequest": base64.b64encode(signed).decode(), "RelayState": "relay", "country": country, **fields})


def answered(browser):
    """The status codes of the answer on the page."""
    content = base64.b64decode(browser.fields()["SAMLResponse"])
    return [code.get("Value").rpartition(":")[2] for code in etree.fromstring(content).iter("{*}StatusCode")]


def test_a_good_request_leads_to_the_national_login(browser):
    send(browser, asked())

    assert browser.address == f"{NODE}/mock-eidas/login"
    assert "Jürgen Groß" in browser.text and "Everything works" in browser.text


def test_every_page_says_that_the_identities_are_not_real(browser):
    pages = []
    send(browser, asked(), country="")
    pages.append(browser.text)
    browser.press(country="DE")
    pages.append(browser.text)
    browser.press(persona="P1")
    pages.append(browser.text)
    browser.press("decision", "agree")
    pages.append(browser.text)

    assert all("Test identities, not a real eID" in page for page in pages)


def test_without_a_country_the_node_asks_in_each_countrys_own_language(browser):
    send(browser, asked(), country="")

    assert browser.address == f"{NODE}/mock-eidas/country"
    for name in ("Deutschland", "Ελλάδα", "Suomi", "France", "Hrvatska", "Italia"):
        assert name in browser.text


def test_choosing_nothing_says_what_is_missing(browser):
    send(browser, asked(), country="")
    browser.press()
    assert "Choose the country of your digital identity" in browser.text

    browser.press(country="DE")
    browser.press()
    assert "Choose the person you log in as" in browser.text


@pytest.mark.parametrize("steps", [[], [{"country": "DE"}], [{"country": "DE"}, {"persona": "P1"}]])
def test_cancelling_is_possible_on_every_page(browser, steps):
    send(browser, asked(), country="")
    for step in steps:
        browser.press(**step)

    browser.press("decision", "cancel")

    assert answered(browser) == ["Responder", "AuthnFailed"]


def test_refusing_is_told_to_the_service(browser):
    send(browser, asked())
    browser.press(persona="P1")
    browser.press("decision", "refuse")

    assert answered(browser) == ["Requester", "RequestDenied"]


def test_a_login_below_the_minimum_is_told_to_the_service(browser):
    send(browser, asked(minimum=LevelOfAssurance.SUBSTANTIAL), country="FR")
    browser.press(persona="P9")

    assert answered(browser) == ["Requester", "NoAuthnContext"]


def test_consent_shows_both_scripts_the_service_and_what_is_not_held(browser):
    send(browser, asked(), country="GR")
    browser.press(persona="P2")

    for words in ("University of the Mondego", "Παπαδοπούλου", "GR/PT/mock-04e17b", "Place of birth", "Agree and continue", "Refuse"):
        assert words in browser.text


def test_an_answered_login_cannot_be_answered_again(browser):
    send(browser, asked())
    browser.press(persona="P1")
    browser.press("decision", "agree")

    browser.post(f"{NODE}/mock-eidas/consent", {"decision": "agree"})

    assert "No login is under way here" in browser.text


def test_a_page_without_a_login_says_so(browser):
    browser.get(f"{NODE}/mock-eidas/consent")

    assert browser.response.status_code == 400
    assert "No login is under way here" in browser.text


def test_a_request_by_get_gets_a_page_too(browser):
    browser.get(SSO)

    assert browser.response.status_code == 405
    assert "No login is under way here" in browser.text


def test_a_login_of_another_browser_is_not_shown(browser):
    send(browser, asked())
    stranger = Browser()
    stranger.get(f"{NODE}/mock-eidas/login")

    assert "No login is under way here" in stranger.text


def test_a_login_ends_after_fifteen_minutes(browser):
    send(browser, asked())
    NodeLogin.objects.update(received_at=datetime.now(UTC) - timedelta(minutes=16))

    browser.get(f"{NODE}/mock-eidas/login")

    assert "No login is under way here" in browser.text


def test_a_request_is_taken_once(browser):
    request = asked()
    send(browser, request)
    send(browser, request)

    assert browser.response.status_code == 400
    assert "received before" in browser.text


@pytest.mark.parametrize("content", ["", "%%", base64.b64encode(b"<a").decode(), base64.b64encode(b"<a/>").decode()])
def test_what_is_no_request_gets_a_page_and_no_answer(browser, content):
    browser.post(SSO, {"SAMLRequest": content})

    assert browser.response.status_code == 400
    assert "SAMLResponse" not in browser.fields()


def test_a_sender_nobody_knows_gets_no_answer(browser):
    send(browser, asked(issuer="https://evil.example/metadata"))

    assert browser.response.status_code == 400


def test_a_request_signed_with_another_key_gets_no_answer(browser):
    send(browser, asked(), key="saml-es-signing")

    assert browser.response.status_code == 400


def test_a_request_changed_after_signing_gets_no_answer(browser):
    signed = sign_enveloped(write_authn_request(asked()), keys().rsa("saml-pt-signing"), position=1)
    bent = signed.replace(b"University of the Mondego", b"University of Nowhere")

    browser.post(SSO, {"SAMLRequest": base64.b64encode(bent).decode()})

    assert browser.response.status_code == 400


def _drop(attribute):
    return lambda tree: tree.attrib.pop(attribute)


def _put(attribute, value):
    return lambda tree: tree.set(attribute, value)


def _text(name, value):
    def change(tree):
        tree.find(f".//{{*}}{name}").text = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _put("Destination", "https://other.example/sso"),
        _drop("Destination"),
        _drop("ForceAuthn"),
        _put("IsPassive", "true"),
        _put("AssertionConsumerServiceURL", "https://evil.example/acs"),
        _drop("ProviderName"),
        _put("IssueInstant", "2001-01-01T00:00:00Z"),
        _text("SPType", "private"),
        _put("Unknown", "x"),
    ],
)
def test_a_request_outside_the_profile_is_denied_under_the_nodes_signature(browser, change):
    send(browser, asked(), change=change)

    assert answered(browser) == ["Requester", "RequestDenied"]


@pytest.mark.parametrize("change", [_text("AuthnContextClassRef", "http://eidas.europa.eu/LoA/High")])
def test_a_level_the_node_does_not_know_is_denied(browser, change):
    send(browser, asked(), change=change)

    assert answered(browser) == ["Requester", "NoAuthnContext"]


@pytest.mark.parametrize(
    "attributes",
    [
        attribute_names.MINIMUM_DATA_SET[1:],
        (*attribute_names.MINIMUM_DATA_SET, attribute_names.MINIMUM_DATA_SET[0]),
        (*attribute_names.MINIMUM_DATA_SET, attribute_names.RequestedAttribute(f"{attribute_names.LEGAL}LegalName", "LegalName", False)),
    ],
)
def test_an_incomplete_or_strange_set_of_attributes_is_denied(browser, attributes):
    send(browser, asked(attributes=attributes))

    assert answered(browser) == ["Requester", "InvalidAttrNameOrValue"]


def test_every_country_with_people_has_a_login_scheme():
    assert {person.country for person in personas().values()} == set(schemes())
    assert all(people_of(country) for country in schemes())


def test_nobody_can_choose_the_person_behind_p16(browser):
    send(browser, asked(), country="HR")
    browser.press(persona="P16-other")

    assert browser.address == f"{NODE}/mock-eidas/login"
    assert "Horvat" not in browser.text


def test_outside_the_sandbox_the_node_refuses_to_start(settings):
    from dataclasses import replace

    from django.apps import apps

    from deployments.model import Environment
    from edm.errors import WrongConfiguration

    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, environment=Environment.ACCEPTANCE)

    with pytest.raises(WrongConfiguration, match="sandbox only"):
        apps.get_app_config("mock_node").ready()
