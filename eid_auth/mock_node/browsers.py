"""Recognises a browser between pages and between logins; no Django session, the node keeps its own."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from deployments.sealing import token_hash
from deployments.service import deployment, identifiers
from eid_auth.mock_node.models import NodeLogin

LIFETIME_SECONDS = 24 * 60 * 60


def cookie_name() -> str:
    return f"__Host-mock-eidas-{deployment().name}"


def browser_key(request: HttpRequest) -> str:
    return request.COOKIES.get(cookie_name()) or identifiers().token()


def recognise(response: HttpResponse, key: str) -> None:
    """SameSite=None: a request comes as a POST from another site."""
    response.set_cookie(cookie_name(), key, max_age=LIFETIME_SECONDS, path="/", secure=True, httponly=True, samesite="None")


def login_of(request: HttpRequest, *, now: datetime) -> NodeLogin | None:
    """The login this browser is in: the last one that came and has no answer yet."""
    key = request.COOKIES.get(cookie_name(), "")
    login = NodeLogin.objects.filter(browser_hash=token_hash(key), answered_at=None).first() if key else None
    return None if login is None or login.is_too_old(now) else login


def has_logged_in_before(login: NodeLogin, persona: str) -> bool:
    """Whether this browser has an odd number of earlier logins as this persona (P16 alternates)."""
    earlier = NodeLogin.objects.filter(browser_hash=login.browser_hash, persona=persona, answered_at__isnull=False)
    return earlier.count() % 2 == 1
