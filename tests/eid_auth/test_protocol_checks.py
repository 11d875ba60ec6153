"""Each row of the protocol table (identity 6.1) by name."""

from datetime import UTC, datetime, timedelta

import pytest

from eid_auth.mock_node.assertions import AttributeText
from eid_auth.service_provider.errors import Refusal
from eid_auth.service_provider.models import PendingLogin
from tests.eid_auth.forgery import ACS, Forge, removing, setting

CONFIRMATION = "saml:Subject/saml:SubjectConfirmation"
DATA = f"{CONFIRMATION}/saml:SubjectConfirmationData"


def with_assertion(forge, change):
    return forge.response(forge.sealed(forge.assertion(change)))


def attributes_of(forge, **changes):
    """The assertion's attributes with some changed; None leaves one out."""
    merged = {**forge.statement.attributes, **changes}
    return forge.state(attributes={local: value for local, value in merged.items() if value is not None})


def test_the_good_answer_logs_in(forge):
    response = forge.post(forge.response())

    assert (response.status_code, response["Location"]) == (303, "/signed-in")


def test_an_answer_to_another_request_is_refused(forge, refuses):
    refuses(forge.post(forge.bend(in_response_to="_another").response()), Refusal.IN_RESPONSE_TO)


def test_an_answer_to_no_request_is_refused(forge, refuses):
    refuses(forge.post(forge.response(change=setting(".", "InResponseTo", None))), Refusal.IN_RESPONSE_TO)


def test_an_answer_is_refused_when_nobody_waits_for_one(browser, forge, refuses):
    PendingLogin.objects.all().delete()

    refuses(forge.post(forge.response()), Refusal.NO_PENDING_LOGIN)


@pytest.mark.parametrize("request_id", ["_another", None])
def test_the_subject_confirmation_must_name_the_request(forge, refuses, request_id):
    response = with_assertion(forge, setting(DATA, "InResponseTo", request_id))

    refuses(forge.post(response), Refusal.SUBJECT_CONFIRMATION if request_id is None else Refusal.LIBRARY)


@pytest.mark.parametrize("destination", [f"{ACS}/more", f"{ACS}?more", "https://es.localhost:8443/login/acs", None])
def test_the_destination_is_compared_exactly_and_must_be_there(forge, refuses, destination):
    refuses(forge.post(forge.response(change=setting(".", "Destination", destination))), Refusal.DESTINATION)


@pytest.mark.parametrize("recipient", [f"https://evil.example/?x={ACS}", f"{ACS}/more", None])
def test_the_recipient_is_compared_exactly_and_must_be_there(forge, refuses, recipient):
    refuses(forge.post(with_assertion(forge, setting(DATA, "Recipient", recipient))), Refusal.RECIPIENT)


def test_another_audience_is_refused(forge, refuses):
    refuses(forge.post(forge.state(audience="https://es.localhost:8443/login/metadata").response()), Refusal.LIBRARY)


def test_a_missing_audience_is_refused(forge, refuses):
    refuses(forge.post(with_assertion(forge, removing("saml:Conditions/saml:AudienceRestriction"))), Refusal.AUDIENCE)


def test_a_second_audience_is_refused(forge, refuses):
    def change(root):
        audience = root.find("{*}Conditions/{*}AudienceRestriction/{*}Audience")
        other = audience.__copy__()
        other.text = "https://elsewhere.example"
        audience.addnext(other)

    refuses(forge.post(with_assertion(forge, change)), Refusal.AUDIENCE)


@pytest.mark.parametrize("attribute", ["NotBefore", "NotOnOrAfter"])
def test_conditions_must_begin_and_end(forge, refuses, attribute):
    refuses(forge.post(with_assertion(forge, setting("saml:Conditions", attribute, None))), Refusal.VALIDITY)


def test_the_subject_confirmation_must_end(forge, refuses):
    refuses(forge.post(with_assertion(forge, setting(DATA, "NotOnOrAfter", None))), Refusal.VALIDITY)


def test_a_validity_of_hours_is_refused(forge, refuses):
    far = (datetime.now(UTC) + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M:%SZ")

    refuses(forge.post(with_assertion(forge, setting("saml:Conditions", "NotOnOrAfter", far))), Refusal.VALIDITY)


def test_a_time_without_a_zone_is_refused(forge, refuses):
    near = (datetime.now(UTC) + timedelta(minutes=3)).strftime("%Y-%m-%dT%H:%M:%S")

    refuses(forge.post(with_assertion(forge, setting("saml:Conditions", "NotOnOrAfter", near))), Refusal.VALIDITY)


@pytest.mark.parametrize("moment", [datetime(2001, 1, 1, tzinfo=UTC), datetime.now(UTC) + timedelta(hours=1)])
def test_a_response_issued_long_ago_or_in_the_future_is_refused(forge, refuses, moment):
    refuses(forge.post(forge.bend(issued_at=moment).response()), Refusal.ISSUE_INSTANT)


def test_an_assertion_issued_long_ago_is_refused(forge, refuses):
    refuses(forge.post(with_assertion(forge, setting(".", "IssueInstant", "2001-01-01T00:00:00Z"))), Refusal.ISSUE_INSTANT)


def test_an_expired_assertion_is_refused(forge, refuses):
    refuses(forge.post(forge.state(issued_at=datetime.now(UTC) - timedelta(minutes=30)).response()), Refusal.LIBRARY)


@pytest.mark.parametrize("moment", [datetime(2001, 1, 1, tzinfo=UTC), datetime.now(UTC) + timedelta(hours=1)])
def test_authentication_before_the_request_or_in_the_future_is_refused(forge, refuses, moment):
    refuses(forge.post(forge.state(authenticated_at=moment).response()), Refusal.AUTHENTICATION_INSTANT)


def test_the_same_bytes_do_not_log_in_twice(forge, caplog):
    good = forge.response()

    assert forge.post(good).status_code == 303
    again = forge.post(good)

    assert again.status_code == 409
    assert f"reason={Refusal.ALREADY_USED.value}" in caplog.text
    assert again.wsgi_request.session["eid.identity"], "who was logged in stays logged in"


@pytest.mark.parametrize("repeated", ["response_id", "assertion_id"])
def test_a_response_or_assertion_seen_in_an_earlier_login_is_refused(browser, forge, refuses, repeated):
    assert forge.post(forge.response()).status_code == 303
    browser.client("pt.localhost:8443").session.flush()
    second = Forge.of_login_started_by(browser)
    old = getattr(forge.envelope if repeated == "response_id" else forge.statement, repeated)
    second = second.bend(response_id=old) if repeated == "response_id" else second.state(assertion_id=old)

    refuses(second.post(second.response()), Refusal.REPLAYED)


@pytest.mark.parametrize("issuer", ["https://evil.example/metadata", ""])
def test_another_issuer_of_the_response_is_refused(forge, refuses, issuer):
    refuses(forge.post(forge.bend(issuer=issuer).response()), Refusal.ISSUER)


def test_another_issuer_of_the_assertion_is_refused(forge, refuses):
    refuses(forge.post(forge.state(issuer="https://evil.example/metadata").response()), Refusal.LIBRARY)


def test_a_level_below_the_one_requested_is_refused(forge, refuses):
    PendingLogin.objects.update(minimum_assurance="Substantial")

    refuses(forge.post(forge.state(level="Low").response()), Refusal.ASSURANCE_TOO_LOW)


def test_a_level_above_the_one_requested_is_accepted(forge):
    PendingLogin.objects.update(minimum_assurance="Substantial")

    assert forge.post(forge.state(level="High").response()).status_code == 303


@pytest.mark.parametrize(
    "uri",
    [
        "http://eidas.europa.eu/LoA/High",
        "http://eidas.europa.eu/NotNotified/LoA/high",
        "http://eidas.europa.eu/LoA/Substiantial",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
        "",
    ],
)
def test_a_level_that_is_not_exactly_a_notified_one_is_never_guessed(forge, refuses, uri):
    def change(root):
        root.find(".//{*}AuthnContextClassRef").text = uri

    refuses(forge.post(with_assertion(forge, change)), Refusal.ASSURANCE_UNKNOWN)


def test_an_answer_without_a_level_is_refused(forge, refuses):
    def change(root):
        reference = root.find(".//{*}AuthnContextClassRef")
        reference.tag = reference.tag.replace("ClassRef", "DeclRef")

    refuses(forge.post(with_assertion(forge, change)), Refusal.ASSURANCE_UNKNOWN)


@pytest.mark.parametrize("local", ["PersonIdentifier", "CurrentFamilyName", "CurrentGivenName", "DateOfBirth"])
def test_each_mandatory_attribute_must_be_there(forge, refuses, local):
    bent = attributes_of(forge, **{local: None})

    refuses(forge.post(bent.response()), Refusal.ATTRIBUTES)


def test_an_attribute_must_not_come_twice(forge, refuses):
    def change(root):
        attribute = root.find("{*}AttributeStatement/{*}Attribute")
        attribute.addnext(attribute.__copy__())

    refuses(forge.post(with_assertion(forge, change)), Refusal.ATTRIBUTES)


@pytest.mark.parametrize("local", ["DateOfBirth", "PersonIdentifier", "CurrentFamilyName"])
def test_a_second_latin_value_is_refused(forge, refuses, local):
    def change(root):
        value = root.find(f"{{*}}AttributeStatement/{{*}}Attribute[@Name='http://eidas.europa.eu/attributes/naturalperson/{local}']/*")
        value.addnext(value.__copy__())

    refuses(forge.post(with_assertion(forge, change)), Refusal.ATTRIBUTES)


def test_a_name_without_a_latin_form_is_refused(forge, refuses):
    def change(root):
        name = root.find(".//{*}Attribute[@FriendlyName='FamilyName']/*")
        name.set("{http://eidas.europa.eu/attributes/naturalperson}LatinScript", "false")

    refuses(forge.post(with_assertion(forge, change)), Refusal.ATTRIBUTES)


def test_an_identity_from_another_country_than_the_chosen_one_is_refused(forge, refuses):
    bent = attributes_of(forge, PersonIdentifier=AttributeText("FR/PT/mock-7f3a91c2"))

    refuses(forge.post(bent.response()), Refusal.OTHER_COUNTRY)


def test_an_identifier_for_another_receiving_country_is_refused(forge, refuses):
    bent = attributes_of(forge, PersonIdentifier=AttributeText("DE/ES/mock-7f3a91c2"))

    refuses(forge.post(bent.response()), Refusal.OTHER_RECEIVER)


@pytest.mark.parametrize("identifier", ["DE-PT-mock-7f3a91c2", "DE/PT/", "de/pt/mock-7f3a91c2", "DE/PT/mock 7f3a91c2"])
def test_an_identifier_of_another_form_is_refused(forge, refuses, identifier):
    bent = attributes_of(forge, PersonIdentifier=AttributeText(identifier))

    refuses(forge.post(bent.response()), Refusal.IDENTIFIER)


@pytest.mark.parametrize(
    "prefix", ["naturalperson/representative/CurrentFamilyName", "legalperson/LegalName", "legalperson/representative/LegalName"]
)
def test_whoever_acts_for_somebody_else_is_not_taken_for_the_person(forge, refuses, prefix):
    def change(root):
        attribute = root.find(".//{*}Attribute[@FriendlyName='FamilyName']")
        twin = attribute.__deepcopy__(None)
        twin.set("Name", f"http://eidas.europa.eu/attributes/{prefix}")
        attribute.addnext(twin)

    refuses(forge.post(with_assertion(forge, change)), Refusal.REPRESENTATION)
