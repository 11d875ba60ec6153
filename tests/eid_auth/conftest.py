"""A citizen's browser that visits the portal and the node, and a node whose answers can be bent."""

import pytest
from django.template.loader import get_template

from oots_portal import middleware
from tests.eid_auth.browser import Browser
from tests.eid_auth.forgery import Forge


@pytest.fixture(autouse=True)
def only_the_login_is_mounted(monkeypatch):
    """The pages of the portal belong to other tests."""
    monkeypatch.setitem(middleware.URLCONF, "member_state", "tests.eid_auth.urls_portal")
    monkeypatch.setitem(middleware.URLCONF, "eidas", "tests.eid_auth.urls_node")
    get_template("base.html")


@pytest.fixture
def browser(db) -> Browser:
    return Browser()


@pytest.fixture
def forge(browser) -> Forge:
    """A login that waits at the portal for the answer a test writes."""
    return Forge.of_login_started_by(browser, country="DE")
