"""Walk one scenario from the start page to its end."""

import time
from dataclasses import dataclass

from oots_portal.stranger.browser import Browser, Lost, Page
from oots_portal.stranger.journey import Citizen, is_over, reference_on
from oots_portal.stranger.scenarios import Decision, Scenario

MOST_DOCUMENTS = 5
WAIT_SECONDS = 45.0


@dataclass(frozen=True, slots=True)
class Walked:
    """What the pages said: the public reference and the heading of the last page."""

    reference: str
    last_heading: str
    seconds: float


def walk(scenario: Scenario, browser: Browser, portal: str) -> Walked:
    """Raises Lost when a page does not offer what the citizen needs."""
    started = time.monotonic()
    citizen = Citizen(browser, portal)
    citizen.sign_in(scenario.eid_country, scenario.persona)
    citizen.begin_afresh()
    page = citizen.ask(scenario.document_country)
    reference = reference_on(page)
    page = _to_the_end(citizen, scenario, page)
    if set(scenario.states) == {"delivered"}:
        page = citizen.finish()
        if not page.has(f"//*[contains(text(), '{reference}')]"):
            raise Lost(f"The last page does not show the reference {reference}: {page.heading!r}")
    return Walked(reference, page.heading, time.monotonic() - started)


def _to_the_end(citizen: Citizen, scenario: Scenario, page: Page) -> Page:
    for _document in range(MOST_DOCUMENTS):
        page = citizen.wait_for_turn(page)
        if is_over(page):
            return page
        if not page.has("//main//a[contains(@href, '/leaving')]"):
            return citizen.browser.open(page.link("//main//a[contains(@href, '/result')]"))
        page = citizen.leave(page)
        if scenario.decision is Decision.WAIT:
            return _watch_it_expire(citizen)
        page = citizen.decide(page, scenario.decision)
    raise Lost("The portal keeps asking for documents.")


def _watch_it_expire(citizen: Citizen) -> Page:
    """Look at the hub until the card offers a new beginning."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        page = citizen.browser.open(f"{citizen.portal}/documents")
        if page.has("//main//a[contains(@href, '/result')]"):
            return citizen.browser.open(page.link("//main//a[contains(@href, '/result')]"))
        time.sleep(0.5)
    raise Lost("The request never expired.")
