"""The front door of the login: start one, ask who is logged in, forget them.

`start_login` answers with a page that carries the signed request to the node. The node sends the browser back to
`/login/acs`; there the answer is verified and the browser goes on to `procedure:signed_in` with a new session.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse

from deployments.service import clock, deployment
from edm.errors import CallerMistake
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.identity import AuthenticatedIdentity
from eid_auth.service_provider.models import PendingLogin, SeenIdentifier
from eid_auth.service_provider.parties import service_provider, trusted_node
from eid_auth.service_provider.sessions import NEXT, remembered
from eid_auth.service_provider.starting import send_to_node

__all__ = [
    "AuthenticatedIdentity",
    "current_identity",
    "forget",
    "login_countries",
    "minimum_assurance",
    "prepare",
    "start_login",
    "sweep",
    "take_next_key",
]

KEPT = timedelta(days=1)  # far beyond the five minutes an answer lives


def login_countries() -> tuple[str, ...]:
    """Whose digital identities can be used here, in OOTS codes."""
    node = deployment().eidas_node
    return node.countries if node else ()


def minimum_assurance() -> LevelOfAssurance:
    """The weakest login this deployment accepts."""
    node = deployment().eidas_node
    return LevelOfAssurance(node.minimum_assurance) if node else LevelOfAssurance.SUBSTANTIAL


def start_login(request: HttpRequest, *, country: str, next_key: str) -> HttpResponse:
    """The page that takes this browser to the node; `country` may be empty, then the node asks."""
    state = deployment().member_state_of_host(request.get_host())
    if state is None or not state.is_requester:
        raise CallerMistake("No procedure is offered at this address.")
    if country and country not in login_countries():
        raise CallerMistake("Digital identities of this country cannot be used here.")
    return send_to_node(request, state, country=country, next_key=next_key, minimum=minimum_assurance(), now=clock().now())


def current_identity(request: HttpRequest) -> AuthenticatedIdentity | None:
    """Who is logged in in this browser."""
    return remembered(request, now=clock().now())


def take_next_key(request: HttpRequest) -> str:
    """Where the login was started from, once; empty when it has been asked before."""
    return str(request.session.pop(NEXT, ""))


def forget(request: HttpRequest) -> None:
    """Log out: the session and all that is in it."""
    request.session.flush()


def prepare() -> None:
    """Makes the keys of every service provider now and not under the first citizen."""
    for state in deployment().member_states:
        if state.is_requester:
            service_provider(state)
    if deployment().is_sandbox:
        trusted_node()


def sweep(now: datetime) -> None:
    """Drops what is long over."""
    PendingLogin.objects.filter(created_at__lt=now - KEPT).delete()
    SeenIdentifier.objects.filter(seen_at__lt=now - KEPT).delete()
