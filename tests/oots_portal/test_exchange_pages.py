"""Waiting, leaving, coming back and what came of it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from evidence_exchange.states import RequesterState
from oots_portal.procedure.models import Application
from tests.oots_portal import cast
from tests.oots_portal.conftest import CARD, Browser, SignIn
from tests.oots_portal.twins import Exchanges, a_piece

Ask = Callable[..., Client]
ON_THE_WAY = [
    (RequesterState.REQUESTED, {}, "Asking", "We are asking Germany"),
    (RequesterState.SUBMITTED, {}, "Asking", "We are asking Germany"),
    (RequesterState.SENT, {}, "Asking", "We are asking Germany"),
    (RequesterState.PREVIEW_REQUIRED, {}, "Your turn", "Germany has found your document"),
    (RequesterState.PREVIEW_OPEN, {}, "Waiting for your choice", "The site in Germany waits for your choice"),
    (RequesterState.PREVIEW_OPEN, {"returned_at": datetime.now(UTC)}, "On its way", "Germany sends what you chose to send"),
]
ENDS = [
    (RequesterState.DECLINED, {}, "You chose not to send it", "That is your right"),
    (RequesterState.NOTHING_FOUND, {}, "Nothing found", "Germany found no such document"),
    (RequesterState.DEFERRED, {"deferred_until": datetime(2026, 12, 24, tzinfo=UTC)}, "Available later", "Available from 24 December 2026"),
    (RequesterState.REFUSED, {"error_code": "EDM:ERR:0004"}, "Did not work", "could not find you without doubt"),
    (RequesterState.REFUSED, {"error_code": "EDM:ERR:0005", "preview_host": "de.localhost"}, "Did not work", "The time ran out"),
    (RequesterState.REFUSED, {"error_code": "EDM:ERR:0005"}, "Did not work", "Germany did not answer in time"),
    (RequesterState.REFUSED, {"error_code": "EDM:ERR:0003"}, "Did not work", "could not handle our request"),
    (RequesterState.TIMED_OUT, {}, "Did not work", "Germany did not answer in time"),
    (RequesterState.TIMED_OUT, {"preview_host": "de.localhost"}, "Did not work", "The time ran out"),
    (RequesterState.UNDELIVERABLE, {}, "Did not work", "We could not reach Germany"),
    (RequesterState.REJECTED_LOCALLY, {}, "Did not work", "We could not send your request"),
]


@pytest.mark.parametrize(("state", "facts", "tag", "words"), ON_THE_WAY)
def test_what_is_under_way_is_said_on_card_and_page(
    ask: Ask, exchanges: Exchanges, state: RequesterState, facts: dict, tag: str, words: str
) -> None:
    client = ask()
    exchanges.move(state, **facts)

    assert tag in client.get("/documents").text
    assert words in client.get(f"{CARD}/waiting").text


@pytest.mark.parametrize(("state", "facts", "tag", "words"), ENDS)
def test_every_end_says_what_happened_and_offers_three_ways_on(
    ask: Ask, exchanges: Exchanges, state: RequesterState, facts: dict, tag: str, words: str
) -> None:
    client = ask()
    exchanges.move(state, **facts)

    card, page = client.get("/documents").text, client.get(f"{CARD}/waiting", follow=True).text

    assert tag in card
    assert words in page
    for way_on in (f"{CARD}/request", f"{CARD}/upload", "/documents"):
        assert f'href="{way_on}"' in page


def test_codes_stand_under_technical_details_only(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchanges.move(RequesterState.REFUSED, error_code="EDM:ERR:0004", error_detail="zero candidates")

    before, _summary, after = client.get(f"{CARD}/result").text.partition("<summary>Technical details</summary>")

    assert "EDM:ERR" not in before
    assert "EDM:ERR:0004" in after


def test_the_reference_stands_on_every_page_from_the_request_on(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    reference = Application.objects.get().reference
    pages = ["/documents", f"{CARD}/waiting"]
    exchanges.move(RequesterState.PREVIEW_REQUIRED)
    pages += [f"{CARD}/leaving", f"{CARD}/upload", "/check"]

    for page in pages:
        assert reference in client.get(page).text


def test_the_waiting_page_asks_at_most_once_a_second_and_can_be_stopped(ask: Ask) -> None:
    client = ask()

    assert 'hx-trigger="every 1s"' in client.get(f"{CARD}/waiting").text
    still = client.get(f"{CARD}/waiting?still").text
    assert "hx-trigger" not in still
    assert "Check now" in still


def test_news_are_silent_until_something_changed(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    page = client.get(f"{CARD}/waiting").text
    seen = page.split("news?seen=")[1].split('"')[0]

    assert client.get(f"{CARD}/news", {"seen": seen}).status_code == 204
    exchanges.move(RequesterState.PREVIEW_REQUIRED)
    changed = client.get(f"{CARD}/news", {"seen": seen})
    assert changed.status_code == 200
    assert "Look at the document" in changed.text
    assert "<html" not in changed.text
    assert "<title>Your turn" in changed.text


@pytest.mark.parametrize("state", [RequesterState.DELIVERED, RequesterState.REFUSED])
def test_news_of_an_end_stop_the_polling(ask: Ask, exchanges: Exchanges, state: RequesterState) -> None:
    client = ask()
    exchanges.move(state)

    assert "hx-get" not in client.get(f"{CARD}/news", {"seen": ""}).text


def test_leaving_names_both_sites_and_the_time(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchanges.move(RequesterState.PREVIEW_REQUIRED)

    page = client.get(f"{CARD}/leaving")

    assert "pt.<wbr>localhost:8443" in page.text
    assert "de.<wbr>localhost:8443" in page.text
    assert "You have 15 minutes to open the page and about 41 minutes to decide" in page.text
    assert "(Lisbon time)" in page.text
    assert "https://de.localhost:8443" in page.headers["Content-Security-Policy"]


def test_continuing_sends_the_browser_to_the_preview(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchanges.move(RequesterState.PREVIEW_REQUIRED)

    departure = client.post(f"{CARD}/leaving")

    assert departure.headers["Location"] == "https://de.localhost:8443/preview/a-token"


@pytest.mark.parametrize("state", [RequesterState.SENT, RequesterState.DELIVERED, RequesterState.TIMED_OUT])
def test_there_is_no_leaving_without_a_preview(ask: Ask, exchanges: Exchanges, state: RequesterState) -> None:
    client = ask()
    exchanges.move(state)

    assert client.post(f"{CARD}/leaving").headers["Location"] != "https://de.localhost:8443/preview/a-token"
    assert not exchanges.departures


@pytest.fixture
def left(ask: Ask, exchanges: Exchanges) -> Client:
    client = ask()
    exchanges.move(RequesterState.PREVIEW_REQUIRED)
    client.post(f"{CARD}/leaving")
    return client


def test_the_way_back_leads_the_same_person_to_the_card(left: Client, exchanges: Exchanges) -> None:
    assert left.get("/return/way-back-1").headers["Location"] == f"{CARD}/waiting"
    assert len(exchanges.came_back) == 1


def test_the_way_back_without_a_session_asks_to_sign_in_again(left: Client, sign_in: SignIn) -> None:
    forgetful = Browser()

    page = forgetful.get("/return/way-back-1")

    assert page.status_code == 403
    assert "Please sign in again" in page.text
    assert forgetful.session["resume_at"] == str(cast.REQUIREMENT_ID)


def test_another_person_on_the_way_back_sees_nothing_of_it(left: Client, sign_in: SignIn, exchanges: Exchanges) -> None:
    other = sign_in(cast.identity("ana"), client=Browser())

    page = other.get("/return/way-back-1")

    assert page.status_code == 403
    assert "belongs to another person" in page.text
    assert exchanges.came_back == []
    assert Application.objects.get().reference not in page.text


def test_the_way_back_is_closed_at_another_portal(left: Client, exchanges: Exchanges) -> None:
    assert Browser("es.localhost:8443").get("/return/way-back-1").status_code == 410
    assert exchanges.came_back == []


def test_an_unknown_way_back_is_closed(left: Client) -> None:
    page = left.get("/return/never-issued")

    assert page.status_code == 410
    assert "This way back is closed" in page.text


def test_what_came_can_be_downloaded_as_a_file(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchange = exchanges.move(RequesterState.DELIVERED)
    (piece,) = exchanges.received[exchange.exchange_id]

    page = client.get(f"{CARD}/result").text
    address = f"{CARD}/pieces/{exchange.exchange_id}/{piece.id}"
    content = client.get(address)

    assert "Download Zeugnis (PDF, German, 18 kB)" in page
    assert content.content == b"%PDF-1.7 the very bytes"
    assert content.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in content.headers["Content-Security-Policy"]


def test_a_piece_of_somebody_else_does_not_exist(ask: Ask, exchanges: Exchanges, sign_in: SignIn) -> None:
    ask()
    exchange = exchanges.move(RequesterState.DELIVERED)
    (piece,) = exchanges.received[exchange.exchange_id]
    other = sign_in(cast.identity("ana"), client=Browser())
    other.get("/signed-in")
    other.get("/documents")

    assert other.get(f"{CARD}/pieces/{exchange.exchange_id}/{piece.id}").status_code == 404
    assert other.post(f"{CARD}/pieces/{exchange.exchange_id}/{piece.id}/remove").status_code == 404
    assert exchanges.received[exchange.exchange_id]


def test_removing_the_last_piece_opens_the_card_again(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchange = exchanges.move(RequesterState.DELIVERED)
    (piece,) = exchanges.received[exchange.exchange_id]
    address = f"{CARD}/pieces/{exchange.exchange_id}/{piece.id}/remove"

    assert client.get(address).status_code == 405
    client.post(address)

    assert "Not asked yet" in client.get("/documents").text
    assert client.get(f"{CARD}/request").status_code == 200


def test_a_difference_in_the_person_is_said(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchange = exchanges.move(RequesterState.DELIVERED)
    exchanges.received[exchange.exchange_id] = (a_piece(subject_matches=False),)

    assert "has other details of you" in client.get(f"{CARD}/result").text


def test_parts_of_a_package_are_named_by_what_they_are(ask: Ask, exchanges: Exchanges) -> None:
    client = ask("EE", "EE-1")
    exchange = exchanges.move(RequesterState.DELIVERED)
    exchanges.received[exchange.exchange_id] = (
        a_piece(title="Diplom", media_type="application/xml", language="ET"),
        a_piece(title="Diplom loetav", role="HumanReadableVersion", language="ET"),
    )

    page = client.get(f"{CARD}/result").text

    assert "Download Diplom (XML, Estonian, 18 kB)" in page
    assert "Version to read" in page


def test_the_check_page_sends_only_what_is_complete(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    assert "Something is still missing" in client.get("/check").text
    client.post("/check")
    assert Application.objects.get().submitted_at is None

    exchanges.move(RequesterState.DELIVERED)
    sent = client.post("/check", follow=True)

    assert Application.objects.get().submitted_at is not None
    assert Application.objects.get().reference in sent.text
    assert "Your application is sent" in sent.text


def test_an_application_is_sent_once(ask: Ask, exchanges: Exchanges) -> None:
    client = ask()
    exchanges.move(RequesterState.DELIVERED)
    client.post("/check")
    first = Application.objects.get().submitted_at

    assert client.post("/check").headers["Location"] == "/signed-in"
    assert client.get("/submitted").status_code == 200
    assert Application.objects.get(submitted_at__isnull=False).submitted_at == first
