"""A login from the portal's button to the portal's next page, through both sides."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import RequestFactory

from deployments.service import sealer
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider import service
from eid_auth.service_provider.models import LoginRecord, PendingLogin, SeenIdentifier
from tests.eid_auth.browser import PORTAL

PEOPLE = {
    "P1": ("DE", "Groß"),
    "P2": ("EL", "Papadopoulou"),
    "P9": ("FR", "Lefèvre"),
    "P10": ("FI", "Tuntematon"),
    "P11": ("IT", "Rossi"),
    "P16": ("HR", "Kovač"),
}


def identity_in(browser, host="pt.localhost:8443"):
    request = RequestFactory().get("/")
    request.session = browser.client(host).session
    return service.current_identity(request)


@pytest.mark.parametrize(("persona", "country", "family_name"), [(p, c, n) for p, (c, n) in PEOPLE.items()])
def test_every_persona_arrives_as_themselves(browser, persona, country, family_name):
    browser.log_in(persona, country)

    assert browser.address == f"{PORTAL}/signed-in"
    assert browser.response.content.decode() == family_name


def test_a_person_is_what_the_node_vouches_for(browser):
    browser.log_in("P1", "DE")

    identity = identity_in(browser)
    assert identity.person.given_name == "Jürgen"
    assert identity.person.date_of_birth.isoformat() == "1984-03-02"
    assert identity.person.eidas_identifier == "DE/PT/mock-7f3a91c2"
    assert identity.level_of_assurance is LevelOfAssurance.HIGH
    assert identity.issuer_country == "DE"
    assert datetime.now(UTC) - identity.authenticated_at < timedelta(minutes=1)


def test_greece_travels_as_gr_and_arrives_as_el_with_both_scripts(browser):
    browser.log_in("P2", "EL")

    identity = identity_in(browser)
    assert identity.issuer_country == "EL"
    assert identity.person.eidas_identifier == "EL/PT/mock-04e17b"
    assert identity.person.family_name == "Papadopoulou"
    assert identity.original_script == {"family_name": "Παπαδοπούλου", "given_name": "Ελένη"}


def test_optional_details_come_only_when_ticked(browser):
    browser.log_in("P1", "DE")
    assert identity_in(browser).person.gender is None

    browser.log_in("P1", "DE", tell=["Gender"])
    assert identity_in(browser).person.gender == "Male"


def test_the_same_person_has_the_same_index_and_another_person_another(browser):
    browser.log_in("P1", "DE")
    first = identity_in(browser).person_index
    browser.log_in("P1", "DE")
    again = identity_in(browser).person_index
    browser.log_in("P2", "EL")
    other = identity_in(browser).person_index

    assert first == again != other


def test_the_second_login_of_p16_in_one_browser_is_somebody_else(browser):
    browser.log_in("P16", "HR")
    first = browser.response.content.decode()
    browser.log_in("P16", "HR")

    assert (first, browser.response.content.decode()) == ("Kovač", "Horvat")


def test_each_requesting_member_state_has_its_own_service_provider(browser):
    browser.log_in("P1", "DE", portal="https://es.localhost:8443")

    assert browser.address == "https://es.localhost:8443/signed-in"
    assert identity_in(browser, "es.localhost:8443").person.eidas_identifier == "DE/ES/mock-7f3a91c2"


def test_the_session_table_never_shows_who_is_logged_in(browser):
    browser.log_in("P1", "DE")

    stored = [session.get_decoded() for session in Session.objects.all()]
    assert len(stored) == 1
    assert "Groß" not in str(stored) and "mock-7f3a91c2" not in str(stored)


def test_the_next_key_is_handed_over_once(browser):
    browser.log_in("P1", "DE")

    request = RequestFactory().get("/")
    request.session = browser.client("pt.localhost:8443").session
    assert (service.take_next_key(request), service.take_next_key(request)) == ("here", "")


def test_a_login_renews_the_session_and_drops_the_old_one(browser):
    browser.log_in("P1", "DE")
    first = browser.client("pt.localhost:8443").cookies["__Host-session-sandbox"].value
    browser.log_in("P2", "EL")
    second = browser.client("pt.localhost:8443").cookies["__Host-session-sandbox"].value

    assert first != second
    assert list(Session.objects.values_list("session_key", flat=True)) == [second]


def test_an_identity_ends_after_two_hours_and_with_logging_out(browser, monkeypatch):
    browser.log_in("P1", "DE")
    request = RequestFactory().get("/")
    request.session = browser.client("pt.localhost:8443").session

    later = datetime.now(UTC) + timedelta(hours=2, minutes=1)
    monkeypatch.setattr("eid_auth.service_provider.service.clock", type("Clock", (), {"now": lambda self: later}))
    assert service.current_identity(request) is None

    monkeypatch.undo()
    assert service.current_identity(request) is not None
    service.forget(request)
    assert service.current_identity(request) is None


def test_a_session_sealed_with_another_key_is_nobody(browser):
    browser.log_in("P1", "DE")
    request = RequestFactory().get("/")
    request.session = browser.client("pt.localhost:8443").session
    request.session["eid.identity"] = sealer().seal(b"{}", context="elsewhere").hex()

    assert service.current_identity(request) is None


def test_a_login_leaves_evidence_without_the_person(browser):
    browser.log_in("P1", "DE")

    record = LoginRecord.objects.get()
    assert (record.country, record.requester, record.level_of_assurance) == ("DE", "PT", "High")
    assert len(record.response_digest) == 64


def test_what_is_long_over_is_swept(browser):
    browser.log_in("P1", "DE")

    service.sweep(datetime.now(UTC) + timedelta(days=2))

    assert not PendingLogin.objects.exists() and not SeenIdentifier.objects.exists()
    assert LoginRecord.objects.exists()
