"""A citizen's browser that visits the portal and the node, and a node whose answers can be bent."""

import pytest

from eid_auth.service_provider.errors import Refusal
from oots_portal import middleware
from tests.eid_auth.browser import Browser
from tests.eid_auth.forgery import Forge


@pytest.fixture(autouse=True)
def only_the_login_is_mounted(monkeypatch):
    """The pages of the portal belong to other tests."""
    monkeypatch.setitem(middleware.URLCONF, "member_state", "tests.eid_auth.urls_portal")
    monkeypatch.setitem(middleware.URLCONF, "eidas", "tests.eid_auth.urls_node")


@pytest.fixture
def browser(db) -> Browser:
    return Browser()


@pytest.fixture
def forge(browser) -> Forge:
    """A login that waits at the portal for the answer a test writes."""
    return Forge.of_login_started_by(browser)


@pytest.fixture
def refuses(caplog):
    """Asserts that an answer was refused for exactly this reason, and that nobody is logged in."""

    def check(response, reason: Refusal):
        assert 400 <= response.status_code < 500
        assert f"reason={reason.value}" in caplog.text
        assert "eid.identity" not in response.wsgi_request.session

    return check
