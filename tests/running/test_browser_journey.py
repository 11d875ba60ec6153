"""A person with a real browser: the whole procedure, by what the pages say, and no page with an accessibility fault."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.running.deployments import running

pytestmark = pytest.mark.browser
SCREENSHOTS = Path(__file__).resolve().parents[2] / "screenshots"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


class Person:
    """One browser window; looks at each page for accessibility faults and keeps a picture."""

    def __init__(self, page, name):
        self.page, self._name, self._count = page, name, 0

    def look(self, words):
        self.page.wait_for_load_state()
        self._count += 1
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{self._name}-{self._count:02}-{words}.png", full_page=True)
        results = Axe().run(self.page)
        assert results.violations_count == 0, f"{self.page.url}: {results.generate_report()}"
        assert self.page.locator("h1").count() == 1
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, f"{self.page.url} scrolls sideways by {width} px"

    def press(self, words):
        self.page.get_by_role("button", name=re.compile(words)).first.click()

    def follow(self, words):
        self.page.get_by_role("link", name=re.compile(words)).first.click()

    def choose(self, words):
        self.page.get_by_label(re.compile(words)).first.check()


def open_window(chromium, deployment, size, **options):
    context = chromium.new_context(ignore_https_errors=True, viewport=size, locale="en-GB", **options)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(deployment.origin("PT") + "/")
    return page


def sign_in(person, country="Germany", name="Groß"):
    person.look("start")
    person.follow("^(Start|See what)")
    person.page.wait_for_selector("text=Continue to sign in")
    person.look("checklist")
    person.follow("Continue to sign in")
    person.look("country-of-identity")
    person.choose(country)
    person.press("Go to sign in")
    if "mock-eidas" not in person.page.url and person.page.get_by_role("button", name="Go to the login").count():
        person.press("Go to the login")
    person.page.wait_for_url("**/mock-eidas/login")
    person.look("node-login")
    person.choose(name)
    person.press("^Log in$")
    person.page.wait_for_url("**/mock-eidas/consent")
    person.look("node-consent")
    person.press("Agree and continue")
    person.page.wait_for_url("**/you")
    person.look("you")
    person.follow("Continue to your documents")


def ask_germany(person):
    person.look("documents")
    person.follow("^Choose how to provide it")
    person.page.wait_for_selector("text=Where was this document issued?")
    person.look("country")
    person.choose("^DE ?Germany|^Germany")
    person.press("^Continue$")
    person.page.wait_for_selector("text=Which document do you want to use?")
    person.look("which")
    person.choose("degree")
    person.press("^Continue$")
    person.page.wait_for_selector("text=What we ask for")
    person.look("request")
    person.press("^Ask Germany for my document")


@pytest.fixture
def fresh(tmp_path):
    """A deployment that has not seen anybody yet."""
    with running(tmp_path / "state") as deployment:
        yield deployment


def test_a_newcomer_completes_the_procedure_by_following_the_pages(chromium, fresh):
    person = Person(open_window(chromium, fresh, DESKTOP), "desktop")
    sign_in(person)
    ask_germany(person)
    reference = person.page.locator(".ref").first.inner_text()
    assert re.fullmatch(r"[A-Z0-9]{3}-[A-Z0-9]{3}", reference)
    person.follow("^Look at the document")
    person.look("leaving")
    person.press("^Continue to the website in Germany")
    person.page.wait_for_url("**/preview/*")
    person.look("preview")
    assert person.page.locator("input[type=radio]:checked").count() == 0
    person.choose("^Send this document")
    person.press("^Save my choice")
    person.page.wait_for_selector("text=Your choice is saved")
    person.look("decided")
    person.follow("^Go back to")
    person.page.wait_for_url(re.compile(r"pt\.localhost.*/(waiting|result)"))
    person.page.wait_for_selector("text=/Your document (is attached|has arrived)/")
    person.page.goto(fresh.origin("PT") + "/documents")
    person.look("attached")
    person.follow("^Open or remove")
    person.look("result")
    person.page.goto(fresh.origin("PT") + "/check")
    person.look("check")
    person.press("^Send my application")
    person.page.wait_for_selector("text=Your application is sent")
    person.look("submitted")
    assert person.page.locator(".ref").first.inner_text() == reference


def test_the_same_journey_on_a_phone_without_scripts_ends_in_a_refusal(chromium, fresh):
    person = Person(open_window(chromium, fresh, PHONE, java_script_enabled=False), "phone")
    person.look = lambda words: person.page.screenshot(path=SCREENSHOTS / f"phone-{words}.png", full_page=True)
    person.follow("^(Start|See what)")
    while person.page.get_by_role("link", name="Continue to sign in").count() == 0:
        person.follow("^Check now")
    person.follow("Continue to sign in")
    person.choose("Greece")
    person.press("Go to sign in")
    person.press("Go to the login")
    person.choose("Papadopoulou")
    person.press("^Log in$")
    person.press("Agree and continue")
    person.press("^(Go back|Continue|Back)")
    person.follow("Continue to your documents")
    person.follow("^Choose how to provide it")
    for label, button in (("Estonia", "^Continue$"), ("degree|diploma|education", "^Continue$")):
        while person.page.locator("input[type=radio]").count() == 0:
            person.follow("^Check now")
        person.choose(label)
        person.press(button)
    while person.page.get_by_role("button", name=re.compile("^Ask Estonia")).count() == 0:
        person.follow("^Check now")
    person.look("request")
    person.press("^Ask Estonia")
    while person.page.get_by_role("link", name=re.compile("^Look at the document")).count() == 0:
        person.follow("^Check now")
    person.look("waiting")
    person.follow("^Look at the document")
    person.look("leaving")
    person.press("^Continue to the website in Estonia")
    person.look("preview")
    for group in person.page.locator("fieldset").all():
        group.get_by_label(re.compile("^Do not send")).check()
    person.press("^Save my choice")
    while person.page.get_by_role("link", name=re.compile("^Go back to")).count() == 0:
        person.follow("^Check now")
    person.look("decided")
    person.follow("^Go back to")
    while "/result" not in person.page.url:
        person.page.goto(person.page.url)
    person.look("declined")
    assert "Upload" in person.page.content()
