"""Takes a request in: once, from a known service, in one browser."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from deployments.sealing import token_hash
from eid_auth.mock_node.errors import RequestRefused, UnknownSender
from eid_auth.mock_node.incoming import Asked, Received, read_request, received
from eid_auth.mock_node.models import NodeLogin
from eid_auth.mock_node.node import enabled_countries, from_the_wire
from eid_auth.mock_node.services import Service

LONGEST_RELAY_STATE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A request of a known service that gets its status at once."""

    login: NodeLogin
    service: Service
    fault: RequestRefused


def enter(request: HttpRequest, browser: str, *, now: datetime) -> NodeLogin | Refused:
    """The login that begins, or its refusal; UnknownSender when there is nobody to answer."""
    relay_state = request.POST.get("RelayState", "")
    if len(relay_state.encode()) > LONGEST_RELAY_STATE:
        raise UnknownSender("The relay state is longer than SAML allows.")
    taken = received(request.POST.get("SAMLRequest", ""))
    login = NodeLogin(
        browser_hash=token_hash(browser),
        request_id=taken.request_id,
        entity_id=taken.service.entity_id,
        relay_state=relay_state,
        received_at=now,
    )
    return _begin(login, taken, country=request.POST.get("country", ""), now=now)


def _begin(login: NodeLogin, taken: Received, *, country: str, now: datetime) -> NodeLogin | Refused:
    try:
        asked = read_request(taken, now=now)
    except RequestRefused as fault:
        login.answered_at = now
        _keep(login)
        return Refused(login=login, service=taken.service, fault=fault)
    _fill(login, asked, country)
    _keep(login)
    return login


def _fill(login: NodeLogin, asked: Asked, country: str) -> None:
    login.provider_name = asked.provider_name
    login.minimum = asked.minimum
    login.optional = list(asked.optional)
    chosen = from_the_wire(country)
    if chosen in enabled_countries():
        login.country, login.country_is_fixed = chosen, True


def _keep(login: NodeLogin) -> None:
    try:
        with transaction.atomic():
            login.save(force_insert=True)
    except IntegrityError as fault:
        raise UnknownSender("This request has been received before.") from fault
