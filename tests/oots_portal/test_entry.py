import pytest
from django.test import Client

from common_services.lookups import LookupState
from common_services.messages.failures import FailureKind
from evidence_exchange.states import RequesterState
from oots_portal.procedure.models import Application
from tests.oots_portal import cast
from tests.oots_portal.conftest import CARD, Browser, SignIn
from tests.oots_portal.twins import Directories, Exchanges

GUARDED = [
    "/you",
    "/documents",
    "/check",
    *(f"{CARD}/{page}" for page in ("country", "which", "request", "waiting", "leaving", "result", "upload")),
]


def test_the_start_page_names_the_procedure_and_its_office(stranger: Client) -> None:
    page = stranger.get("/")

    assert "Apply for a master’s degree" in page.text
    assert '<span lang="pt">Universidade do Mondego</span>' in page.text


def test_a_provider_without_a_portal_says_what_its_site_is_for(db: None) -> None:
    page = Browser("de.localhost:8443").get("/")

    assert page.status_code == 200
    assert "Every visit begins at the site where you apply" in page.text


def test_a_portal_page_does_not_exist_on_a_provider_only_site(db: None) -> None:
    assert Browser("de.localhost:8443").get("/sign-in").status_code == 404


def test_the_checklist_tells_what_can_be_fetched_from_where(stranger: Client, directories: Directories) -> None:
    page = stranger.get("/what-you-need?country=DE&country=BG")

    assert "Yes, today" in page.text
    assert "No: upload it" in page.text
    assert "Substantial" in page.text


@pytest.mark.parametrize(
    ("state", "words"),
    [(LookupState.PENDING, "One moment"), (LookupState.FAILED, "We cannot see what is available right now")],
)
def test_a_page_never_waits_for_a_directory(stranger: Client, directories: Directories, state: LookupState, words: str) -> None:
    directories.state = state

    page = stranger.get("/what-you-need")

    assert page.status_code == 200
    assert words in page.text


def test_a_page_that_waits_asks_itself_again_with_and_without_scripts(stranger: Client, directories: Directories) -> None:
    directories.state = LookupState.PENDING

    page = stranger.get("/what-you-need?country=DE").text

    assert 'hx-get="/what-you-need?country=DE"' in page
    assert 'hx-trigger="every 1s"' in page
    assert 'href="/what-you-need?country=DE">Check now' in page


def test_an_answer_that_cannot_be_trusted_is_not_used(stranger: Client, directories: Directories) -> None:
    directories.state, directories.failure = LookupState.FAILED, FailureKind.NOT_TRUSTED

    assert "could not make sure that the answer is genuine" in stranger.get("/what-you-need").text


def test_signing_in_leads_to_the_node_with_the_chosen_country(stranger: Client) -> None:
    page = stranger.post("/sign-in", {"choice": "DE"})

    assert page.status_code == 200
    assert "SAMLRequest" in page.text


@pytest.mark.parametrize("choice", ["", "XX"])
def test_signing_in_without_a_country_says_what_is_missing(stranger: Client, choice: str) -> None:
    page = stranger.post("/sign-in", {"choice": choice})

    assert 'role="alert"' in page.text
    assert "Please choose one" in page.text


@pytest.mark.parametrize("address", GUARDED)
def test_who_is_not_signed_in_is_sent_to_sign_in(stranger: Client, address: str) -> None:
    assert stranger.get(address).headers["Location"] == "/sign-in"


def test_a_new_person_begins_with_their_own_details(sign_in: SignIn, exchanges: Exchanges) -> None:
    client = sign_in()

    arrival = client.get("/signed-in")

    assert arrival.headers["Location"] == "/you"
    assert "Groß" in client.get("/you").text


def test_the_same_person_resumes_at_the_same_card(citizen: Client, sign_in: SignIn) -> None:
    citizen.get(f"{CARD}/upload")

    again = sign_in(client=Browser())

    assert again.get("/signed-in").headers["Location"] == f"{CARD}/country"
    assert Application.objects.count() == 1


def test_a_session_that_ended_resumes_where_it_was_interrupted(ask, sign_in: SignIn) -> None:
    ask()
    interrupted = Browser()
    interrupted.get(f"{CARD}/waiting")

    assert interrupted.session["resume_at"] == str(cast.REQUIREMENT_ID)
    assert "Your session has ended" in interrupted.get("/sign-in").text
    resumed = sign_in(client=interrupted, next_key=str(cast.REQUIREMENT_ID))
    assert resumed.get("/signed-in").headers["Location"] == f"{CARD}/waiting"


def test_another_person_starts_afresh(ask, sign_in: SignIn) -> None:
    ask()

    other = sign_in(cast.identity("ana"), client=Browser(), next_key=str(cast.REQUIREMENT_ID))

    assert other.get("/signed-in").headers["Location"] == "/you"
    assert "Not started" in other.get("/documents").text
    assert Application.objects.count() == 2


def test_the_application_keeps_nothing_that_names_the_person(citizen: Client) -> None:
    application = Application.objects.get()
    kept = " ".join(str(value) for value in vars(application).values())

    assert "Groß" not in kept
    assert "Jürgen" not in kept


def test_signing_out_ends_the_session(citizen: Client) -> None:
    assert citizen.get("/sign-out").status_code == 405

    citizen.post("/sign-out")

    assert citizen.get("/documents").headers["Location"] == "/sign-in"


def test_starting_over_sets_the_application_aside(citizen: Client) -> None:
    citizen.post("/start-over")
    citizen.get("/signed-in")

    assert Application.objects.filter(given_up_at__isnull=False).count() == 1
    assert Application.objects.filter(given_up_at__isnull=True).count() == 1


def test_starting_over_erases_what_was_fetched_and_uploaded(ask, exchanges: Exchanges) -> None:
    client = ask()
    exchange = exchanges.move(RequesterState.DELIVERED)

    client.post("/start-over")

    assert exchanges.received[exchange.exchange_id] == ()


def test_pages_with_personal_content_are_never_kept(citizen: Client) -> None:
    assert "no-store" in citizen.get("/you").headers["Cache-Control"]
    assert "no-store" in citizen.get("/documents").headers["Cache-Control"]
