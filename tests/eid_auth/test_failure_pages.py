"""Every way a login can fail has its own page, a reference and a way on (identity 4.1, 7.3)."""

import pytest

from eid_auth.service_provider.errors import Refusal
from eid_auth.service_provider.models import PendingLogin
from tests.eid_auth.forgery import changed, removing, setting

HEADINGS = {
    ("Responder", "AuthnFailed"): "The login did not succeed",
    ("Requester", "RequestDenied"): "You chose not to share your details",
    ("Responder", "RequestDenied"): "You chose not to share your details",
    ("Requester", "NoAuthnContext"): "This digital identity is not strong enough",
    ("Requester", "InvalidAttrNameOrValue"): "The login could not be completed",
    ("Requester", "InvalidNameIDPolicy"): "The login could not be completed",
    ("VersionMismatch", ""): "The login could not be completed",
    ("Responder", ""): "The login could not be completed",
}


@pytest.mark.parametrize("status", HEADINGS)
def test_each_signed_status_has_its_own_page(forge, status):
    response = forge.post(forge.refusal(top=status[0], second=status[1]))

    assert 400 <= response.status_code < 500
    assert forge.browser.page.xpath("//h1")[0].text == HEADINGS[status]


def test_a_page_offers_to_try_again_another_country_and_to_upload(forge):
    forge.post(forge.refusal(top="Responder", second="AuthnFailed"))

    assert forge.browser.fields()["country"] == "DE"
    assert forge.browser.fields()["next"] == "here"
    for way in ("Log in again", "Choose the country", "Upload instead"):
        assert way in forge.browser.text


def test_trying_again_starts_a_new_login_with_the_same_choice(forge):
    forge.post(forge.refusal(top="Responder", second="AuthnFailed"))

    forge.browser.press()

    assert "Going to your country’s login" in forge.browser.text
    assert PendingLogin.objects.count() == 2
    assert set(PendingLogin.objects.values_list("country", "next_key")) == {("DE", "here")}


@pytest.mark.parametrize("second", ["InvalidAttrNameOrValue", "InvalidNameIDPolicy"])
def test_a_fault_of_ours_calls_the_operator(forge, caplog, second):
    forge.post(forge.refusal(top="Requester", second=second))

    assert any(record.levelname == "ERROR" and second in record.getMessage() for record in caplog.records)


def test_a_signed_no_ends_the_login(forge, refuses):
    forge.post(forge.refusal(top="Responder", second="AuthnFailed"))

    refuses(forge.post(forge.response()), Refusal.ALREADY_USED)


def test_an_unsigned_no_is_not_believed_and_ends_nothing(forge, refuses):
    unsigned = changed(forge.refusal(top="Responder", second="AuthnFailed"), removing("ds:Signature"))

    refuses(forge.post(unsigned), Refusal.STRUCTURE)
    assert forge.post(forge.response()).status_code == 303


def test_a_no_signed_by_a_stranger_is_not_believed(forge, refuses):
    node, forge.key = forge.key, "eidas-stranger"
    forged = forge.refusal(top="Responder", second="AuthnFailed")
    forge.key = node

    refuses(forge.post(forged), Refusal.SIGNATURE)
    assert forge.post(forge.response()).status_code == 303


def test_a_no_to_another_request_is_not_believed(forge, refuses):
    refuses(forge.post(forge.bend(in_response_to="_other").refusal(top="Responder", second="AuthnFailed")), Refusal.IN_RESPONSE_TO)


def test_the_senders_own_words_are_never_shown(forge):
    def change(root):
        from lxml import etree

        message = etree.SubElement(root.find("{*}Status"), root.tag.replace("Response", "StatusMessage"))
        message.text = "<script>alert(1)</script> call +44 evil"

    forge.post(forge.response(change=change, status=("Responder", "AuthnFailed")))

    assert "evil" not in forge.browser.text


def test_a_success_without_an_assertion_is_refused(forge, refuses):
    refuses(forge.post(forge.refusal(top="Success", second="")), Refusal.NOT_ENCRYPTED)


def test_a_failure_page_without_a_pending_login_still_shows_ways_on(forge):
    from tests.eid_auth.browser import Browser

    stranger = Browser()
    forge.post(forge.response(), browser=stranger)

    assert stranger.page.xpath("//h1")[0].text == "This login was not started in this browser"
    assert "Upload instead" in stranger.text and "Choose the country" in stranger.text


def test_a_status_code_that_is_no_saml_status_is_no_success(forge):
    response = forge.post(forge.response(change=setting("samlp:Status/samlp:StatusCode", "Value", "Success")))

    assert response.status_code == 403
