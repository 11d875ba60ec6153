"""A citizen's browser before a portal whose surroundings answer from memory."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from eid_auth.service_provider.identity import AuthenticatedIdentity
from eid_auth.service_provider.sessions import remember
from tests.oots_portal import cast
from tests.oots_portal.twins import Directories, Exchanges

PORTAL = "pt.localhost:8443"
CARD = f"/documents/{cast.REQUIREMENT_ID}"
SignIn = Callable[..., Client]


@pytest.fixture
def directories(monkeypatch: pytest.MonkeyPatch) -> Directories:
    twin = Directories()
    monkeypatch.setattr("oots_portal.procedure.directories.answer_of", twin.answer_of)
    return twin


@pytest.fixture
def exchanges(monkeypatch: pytest.MonkeyPatch) -> Exchanges:
    twin = Exchanges()
    places = {
        "oots_portal.procedure.cards": ("summaries",),
        "oots_portal.procedure.asking": ("open_exchange", "cancel"),
        "oots_portal.procedure.views.exchange": ("continue_to_preview", "exchange_of_return", "returned"),
        "oots_portal.procedure.clearing": ("pieces", "remove_piece"),
        "oots_portal.procedure.views.outcome": ("pieces", "piece_content", "remove_piece"),
    }
    for module, names in places.items():
        for name in names:
            monkeypatch.setattr(f"{module}.{name}", getattr(twin, name))
    return twin


class Browser(Client):
    """Speaks HTTPS to one origin, as every page here is served."""

    def __init__(self, host: str = PORTAL, **options: Any) -> None:
        super().__init__(headers={"host": host}, **options)

    def generic(self, method: str, path: str, *args: Any, **extra: Any) -> Any:
        return super().generic(method, path, *args, **(extra | {"secure": True}))


@pytest.fixture
def sign_in(db: None) -> SignIn:
    def signed_in(identity: AuthenticatedIdentity | None = None, client: Client | None = None, next_key: str = "") -> Client:
        client = client or Browser()
        request = HttpRequest()
        request.META["CSRF_COOKIE"] = "x" * 32
        request.session = SessionStore()
        remember(request, identity or cast.identity(), next_key=next_key, replaced_session="")
        request.session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
        return client

    return signed_in


@pytest.fixture
def stranger(db: None) -> Client:
    return Browser()


@pytest.fixture
def citizen(sign_in: SignIn, directories: Directories, exchanges: Exchanges) -> Client:
    """Jürgen, signed in, with an application whose documents are listed."""
    client = sign_in()
    client.get("/signed-in")
    client.get("/documents")
    return client


@pytest.fixture
def choose(citizen: Client) -> Callable[[str, str], Client]:
    """Jürgen, before the button of the explicit request."""

    def chosen(country: str = "DE", way: str = "DE-1") -> Client:
        citizen.post(f"{CARD}/country", {"choice": country})
        citizen.post(f"{CARD}/which", {"choice": way})
        return citizen

    return chosen


@pytest.fixture
def ask(choose: Callable[..., Client]) -> Callable[..., Client]:
    """Jürgen, after he pressed it."""

    def asked(country: str = "DE", way: str = "DE-1") -> Client:
        client = choose(country, way)
        client.post(f"{CARD}/request", {"attempt": "1"})
        return client

    return asked
