"""Sends the browser to the node with a signed request, by a form that needs no script."""

import base64
from datetime import datetime
from typing import cast
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from deployments.model import MemberState
from deployments.sealing import token_hash
from deployments.service import identifiers
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.authn_request import SIGNATURE_POSITION, AuthnRequest, new_request_id, write_authn_request
from eid_auth.service_provider.countries import eidas_country
from eid_auth.service_provider.models import PendingLogin
from eid_auth.service_provider.parties import service_provider, trusted_node
from eid_auth.service_provider.pending import hand_out
from eid_auth.service_provider.signing import sign_enveloped


def send_to_node(
    request: HttpRequest, state: MemberState, *, country: str, next_key: str, minimum: LevelOfAssurance, now: datetime
) -> HttpResponse:
    handle, relay_state = identifiers().token(), identifiers().token()
    pending = PendingLogin.objects.create(
        handle_hash=token_hash(handle),
        relay_hash=token_hash(relay_state),
        request_id=new_request_id(),
        requester=state.country,
        country=country,
        minimum_assurance=minimum,
        next_key=next_key,
        replaced_session=request.session.session_key or "",
        created_at=now,
    )
    response = _page(request, _form(pending, state, relay_state))
    hand_out(response, handle)
    return response


def _form(pending: PendingLogin, state: MemberState, relay_state: str) -> dict[str, str]:
    provider, node = service_provider(state), trusted_node()
    asked = AuthnRequest(
        request_id=pending.request_id,
        issued_at=pending.created_at,
        destination=node.sso_url,
        issuer=provider.entity_id,
        provider_name=provider.display_name,
        minimum=LevelOfAssurance(pending.minimum_assurance),
    )
    signed = sign_enveloped(write_authn_request(asked), provider.signing, position=SIGNATURE_POSITION)
    return {
        "node": node.sso_url,
        "saml_request": base64.b64encode(signed).decode(),
        "relay_state": relay_state,
        "country": eidas_country(pending.country),
    }


def _page(request: HttpRequest, form: dict[str, str]) -> HttpResponse:
    parts = urlsplit(form["node"])
    origin = f"{parts.scheme}://{parts.netloc}"

    @csp_replace({"form-action": [SELF, origin]})
    def page(request: HttpRequest) -> HttpResponse:
        return render(request, "eid_auth/handover.html", {**form, "host": parts.netloc})

    response = cast(HttpResponse, page(request))
    add_never_cache_headers(response)
    return response
