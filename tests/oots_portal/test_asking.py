"""The explicit request: what is named, that it is pressed once, and several documents under one press."""

from collections.abc import Callable

import pytest
from django.test import Client

from common_services.lookups import LookupState
from edm.vocabulary.assurance import LevelOfAssurance
from evidence_exchange.states import RequesterState
from oots_portal.procedure.models import DocumentRequest
from tests.oots_portal import cast
from tests.oots_portal.conftest import CARD, Browser, SignIn
from tests.oots_portal.twins import Directories, Exchanges

Choose = Callable[..., Client]


def test_every_country_is_offered_with_what_it_can_do(citizen: Client) -> None:
    page = citizen.get(f"{CARD}/country").text

    assert page.count("Can be fetched today") == 3
    assert page.count("Not available electronically") == 1


def test_a_country_is_asked_for(citizen: Client) -> None:
    assert "Please choose one" in citizen.post(f"{CARD}/country", {}).text


def test_without_a_country_no_document_can_be_chosen(citizen: Client) -> None:
    assert citizen.get(f"{CARD}/which").headers["Location"] == f"{CARD}/country"
    assert citizen.get(f"{CARD}/request").headers["Location"] == f"{CARD}/which"


def test_a_declared_no_match_is_said_in_words(citizen: Client) -> None:
    citizen.post(f"{CARD}/country", {"choice": "BG"})

    page = citizen.get(f"{CARD}/which").text

    assert "Bulgaria cannot send this document electronically" in page
    assert "On paper only." in page
    assert f'href="{CARD}/upload"' in page


def test_alternatives_are_said_apart_from_documents_needed_together(citizen: Client) -> None:
    citizen.post(f"{CARD}/country", {"choice": "EE"})
    alternatives = citizen.get(f"{CARD}/which").text
    citizen.post(f"{CARD}/country", {"choice": "FR"})
    together = citizen.get(f"{CARD}/which").text

    assert "Choose the one that you have" in alternatives
    assert "You need all of these" in together
    assert '<span class="and">and</span>' in together


def test_none_of_these_leads_back_to_the_countries(citizen: Client) -> None:
    citizen.post(f"{CARD}/country", {"choice": "EE"})

    assert citizen.post(f"{CARD}/which", {"choice": "none"}).headers["Location"] == f"{CARD}/country"


def test_the_request_names_document_office_and_details(choose: Choose) -> None:
    page = choose().get(f"{CARD}/request").text

    for said in (
        "Certificate 1 of DE",
        '<span lang="de">Zeugnis 1</span>',
        "Hochschulregister",
        "Groß",
        "2 March 1984",
        "DE/PT/jürgen",
        "High",
    ):
        assert said in page


def test_pressing_the_button_opens_one_exchange(choose: Choose, exchanges: Exchanges) -> None:
    client = choose()

    pressed = client.post(f"{CARD}/request", {"attempt": "1"})

    assert pressed.headers["Location"] == f"{CARD}/waiting"
    (wish,) = exchanges.wishes.values()
    assert wish.procedure_code == "T2"
    assert wish.subject.family_name == "Groß"
    assert wish.explicit_text_version
    assert wish.language == "en"


@pytest.mark.parametrize("attempt", ["1", "0", "2", "nonsense", ""])
def test_no_repetition_asks_a_second_time(ask: Choose, exchanges: Exchanges, attempt: str) -> None:
    client = ask()

    again = client.post(f"{CARD}/request", {"attempt": attempt})

    assert again.headers["Location"] == f"{CARD}/waiting"
    assert client.get(f"{CARD}/request").headers["Location"] == f"{CARD}/waiting"
    assert len(exchanges.opened) == 1


def test_a_page_left_over_from_an_earlier_attempt_asks_nothing(ask: Choose, exchanges: Exchanges) -> None:
    client = ask()
    exchanges.move(RequesterState.NOTHING_FOUND)

    client.post(f"{CARD}/request", {"attempt": "1"})
    assert len(exchanges.opened) == 1
    client.post(f"{CARD}/request", {"attempt": "2"})
    assert len(exchanges.opened) == 2


def test_documents_needed_together_are_one_request_and_exchanges_one_after_the_other(ask: Choose, exchanges: Exchanges) -> None:
    client = ask("FR", "FR-1-2")
    assert DocumentRequest.objects.count() == 2
    assert len(exchanges.opened) == 1

    client.get(f"{CARD}/waiting")
    assert len(exchanges.opened) == 1
    exchanges.move(RequesterState.DELIVERED)
    page = client.get(f"{CARD}/waiting").text

    assert len(exchanges.opened) == 2
    assert "The first document has arrived" in page
    exchanges.move(RequesterState.DELIVERED)
    assert "Your document is attached" in client.get(f"{CARD}/waiting", follow=True).text


def test_after_a_refusal_the_next_document_is_not_asked_for(ask: Choose, exchanges: Exchanges) -> None:
    client = ask("FR", "FR-1-2")
    exchanges.move(RequesterState.DECLINED)

    page = client.get(f"{CARD}/waiting", follow=True).text

    assert len(exchanges.opened) == 1
    assert "You chose not to send it" in page


def test_a_sign_in_that_is_too_weak_is_said_before_anything_is_sent(choose: Choose, sign_in: SignIn, exchanges: Exchanges) -> None:
    client = choose()
    sign_in(cast.identity("jürgen", LevelOfAssurance.LOW), client=client)

    page = client.get(f"{CARD}/request").text
    client.post(f"{CARD}/request", {"attempt": "1"})

    assert "Germany asks for a stronger sign-in" in page
    assert not exchanges.opened


def test_without_an_office_nothing_can_be_asked(choose: Choose, directories: Directories, exchanges: Exchanges) -> None:
    client = choose()
    directories.offices = 0

    assert "No office in Germany delivers this document now" in client.get(f"{CARD}/request").text
    client.post(f"{CARD}/request", {"attempt": "1"})
    assert not exchanges.opened


def test_of_several_offices_the_citizen_names_one(choose: Choose, directories: Directories, exchanges: Exchanges) -> None:
    client = choose()
    directories.offices = 2

    assert "Please choose the office" in client.post(f"{CARD}/request", {"attempt": "1"}).text
    assert not exchanges.opened
    client.post(f"{CARD}/request", {"attempt": "1", "office-0": "DE-2"})
    (wish,) = exchanges.wishes.values()
    assert wish.access_service.publisher.identifier.value == "DE-2"


@pytest.mark.parametrize("page", ["country", "which", "request"])
@pytest.mark.parametrize("state", [LookupState.PENDING, LookupState.FAILED])
def test_a_silent_directory_leaves_uploading(choose: Choose, directories: Directories, state: LookupState, page: str) -> None:
    client = choose()
    directories.state = state

    answer = client.get(f"{CARD}/{page}")

    assert answer.status_code == 200
    assert f'href="{CARD}/upload"' in answer.text


@pytest.mark.parametrize("page", ["country", "which", "request", "waiting", "leaving", "result", "upload"])
def test_an_unknown_requirement_has_no_page(citizen: Client, page: str) -> None:
    assert citizen.get(f"/documents/00000000-0000-4000-8000-000000000000/{page}").status_code == 404


@pytest.mark.parametrize("page", ["country", "which", "request"])
def test_only_the_methods_of_a_form_are_answered(citizen: Client, page: str) -> None:
    assert citizen.put(f"{CARD}/{page}").status_code == 405


def test_another_person_cannot_see_what_was_asked(ask: Choose, sign_in: SignIn) -> None:
    ask()
    other = sign_in(cast.identity("ana"), client=Browser())
    other.get("/signed-in")
    other.get("/documents")

    assert other.get(f"{CARD}/waiting").headers["Location"] == f"{CARD}/country"
