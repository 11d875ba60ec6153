"""The citizen's way, page by page, by what the pages offer."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from oots_portal.stranger.browser import Browser, Form, Lost, Page
from oots_portal.stranger.scenarios import Decision

PAUSE_SECONDS = 0.25
PATIENCE_SECONDS = 45.0
REFERENCE = "//*[contains(concat(' ', @class, ' '), ' ref ')]"


@dataclass
class Citizen:
    """One person with one browser on one portal."""

    browser: Browser
    portal: str

    def sign_in(self, eid_country: str, persona: str) -> Page:
        """From the start page to "This is you"."""
        page = self.browser.open(f"{self.portal}/")
        page = self.browser.open(page.link("//main//a[contains(@href, '/what-you-need') or contains(@href, '/sign-in')]"))
        if urlsplit(page.url).path != "/sign-in":
            page = self._until(page, lambda p: p.has("//main//a[contains(@href, '/sign-in')]"))
            page = self.browser.open(page.link("//main//a[contains(@href, '/sign-in')]"))
        page = self.browser.send(_form_with(page, "choice"), choice=eid_country)
        page = self._hand_over(page)
        if page.has("//input[@name='country'][@type='radio']"):
            page = self.browser.send(_form_with(page, "country"), country=eid_country)
        page = self.browser.send(_form_with(page, "persona"), persona=persona)
        page = self.browser.send(_form_with(page, "decision"), button="agree")
        page = self._hand_over(page)
        if not page.has("//form[contains(@action, '/sign-out')]"):
            raise Lost(f"After the login the portal shows {page.url} ({page.status}): {page.heading!r}")
        return page

    def begin_afresh(self) -> None:
        """Set aside what this person began before."""
        page = self.browser.open(f"{self.portal}/documents")
        self.browser.send(page.form("//form[contains(@action, '/start-over')]"))

    def _hand_over(self, page: Page) -> Page:
        """Press the button that carries a SAML message to the other side."""
        return self.browser.send(page.form("//form[.//input[@name='SAMLRequest' or @name='SAMLResponse']]"))

    def ask(self, country: str) -> Page:
        """From the hub to the waiting page of the first card, by way of country, document and explicit request."""
        return self.browser.send(self.explicit_request(country))

    def explicit_request(self, country: str) -> Form:
        """From the hub to the explicit request of the first card, its button not pressed yet."""
        page = self.browser.open(f"{self.portal}/documents")
        page = self.browser.open(
            page.link("//main//a[contains(@href, '/country') or contains(@href, '/which') or contains(@href, '/request')]")
        )
        page = self._until(page, lambda p: p.has("//input[@name='choice'][@type='radio']"))
        page = self.browser.send(_form_with(page, "choice"), choice=country)
        page = self._until(page, lambda p: p.has("//input[@name='choice'][@type='radio']") or p.has("//input[@name='attempt']"))
        if not page.has("//input[@name='attempt']"):
            way = page.one("//input[@name='choice'][@value != 'none']/@value")
            page = self.browser.send(_form_with(page, "choice"), choice=way)
            page = self._until(page, lambda p: p.has("//input[@name='attempt']"))
        return _form_with(page, "attempt")

    def wait_for_turn(self, page: Page) -> Page:
        """Look again until the portal offers to leave or has an end to show."""
        return self._until(page, lambda p: is_over(p) or p.has("//main//a[contains(@href, '/leaving') or contains(@href, '/result')]"))

    def leave(self, page: Page) -> Page:
        """Over "You are going to a website in …" to the preview page."""
        page = self.browser.open(page.link("//main//a[contains(@href, '/leaving')]"))
        return self.browser.send(page.form("//main//form[not(contains(@action, 'sign-out'))][.//button]"))

    def decide(self, page: Page, decision: Decision) -> Page:
        """Answer for each document and follow the way back."""
        form = page.form("//main//form[.//input[@type='radio']]")
        answers = {name: _answer(values, decision) for name, values in form.choices.items()}
        page = self.browser.send(form, **answers)
        page = self._until(page, lambda p: p.has("//main//a[contains(@href, '/return/')]"))
        return self.browser.open(page.link("//main//a[contains(@href, '/return/')]"))

    def finish(self) -> Page:
        """Check and send the application."""
        page = self.browser.open(f"{self.portal}/check")
        return self.browser.send(page.form("//main//form[.//button and not(@action)]"))

    def _until(self, page: Page, is_there: Callable[[Page], bool]) -> Page:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_there(page):
            if page.status >= 400 or time.monotonic() > deadline:
                raise Lost(f"{page.url} ({page.status}) still says {page.heading!r}")
            time.sleep(PAUSE_SECONDS)
            page = self.browser.open(page.url)
        return page


def _leads_to(*paths: str) -> str:
    return " or ".join(f"contains(@href, '{path}')" for path in paths)


def _form_with(page: Page, name: str) -> Form:
    return page.form(f"//form[.//*[@name='{name}']]")


def _answer(values: list[str], decision: Decision) -> str:
    if decision.value not in values:
        raise Lost(f"The decision offers {values}, not {decision.value!r}")
    return decision.value


def is_over(page: Page) -> bool:
    """The exchange ended: the page is the card's result."""
    return urlsplit(page.url).path.endswith("/result")


def reference_on(page: Page) -> str:
    """The short public reference the page shows."""
    return page.one(REFERENCE)
