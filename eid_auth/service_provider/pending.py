"""Ties an answer to the browser that asked: the cookie's handle and the row it points to (identity 6.3)."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from deployments.sealing import token_hash
from deployments.service import deployment
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.guard.expectation import Expectation
from eid_auth.service_provider.guard.transport import refuse_unless_form
from eid_auth.service_provider.models import LONGEST_LOGIN, PendingLogin
from eid_auth.service_provider.parties import service_provider, trusted_node


def cookie_name() -> str:
    # Browsers tie cookies to a host and not to a port: two deployments on one machine need two names.
    return f"__Host-eid-{settings.DEPLOYMENT.name}"


def hand_out(response: HttpResponse, handle: str) -> None:
    """SameSite=None: the answer is a cross-site POST, which carries no Lax cookie."""
    response.set_cookie(
        cookie_name(), handle, max_age=int(LONGEST_LOGIN.total_seconds()), path="/", secure=True, httponly=True, samesite="None"
    )


def pending_login(request: HttpRequest) -> PendingLogin | None:
    """The login this browser started last."""
    handle = request.COOKIES.get(cookie_name(), "")
    return PendingLogin.objects.filter(handle_hash=token_hash(handle)).first() if handle else None


def refuse_unless_open(pending: PendingLogin | None, request: HttpRequest, *, now: datetime) -> PendingLogin:
    """The row an answer may be held against; nothing is parsed without one."""
    if pending is None or not _started_here(pending, request):
        raise LoginRefused(Refusal.NO_PENDING_LOGIN)
    refuse_unless_form(request)
    if token_hash(request.POST.get("RelayState", "")) != pending.relay_hash:
        raise LoginRefused(Refusal.OTHER_RELAY_STATE)
    if pending.used_at is not None:
        raise LoginRefused(Refusal.ALREADY_USED)
    if pending.is_too_old(now):
        raise LoginRefused(Refusal.LOGIN_TOO_OLD)
    if not pending.count_answer():
        raise LoginRefused(Refusal.TOO_MANY_ANSWERS)
    return pending


def expectation(pending: PendingLogin) -> Expectation:
    return Expectation(
        request_id=pending.request_id,
        requested_at=pending.created_at,
        country=pending.country,
        minimum=LevelOfAssurance(pending.minimum_assurance),
        provider=service_provider(deployment().member_state(pending.requester)),
        node=trusted_node(),
    )


def _started_here(pending: PendingLogin, request: HttpRequest) -> bool:
    state = deployment().member_state_of_host(request.get_host())
    return state is not None and state.country == pending.requester
