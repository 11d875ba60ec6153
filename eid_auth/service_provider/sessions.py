"""Keeps the identity in the session, sealed: the session table never shows who is logged in."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from deployments.service import sealer
from edm.errors import WrongConfiguration
from edm.messages.persons import NaturalPerson
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.identity import AuthenticatedIdentity

IDENTITY = "eid.identity"
NEXT = "eid.next"
CONTEXT = "session:identity"
LIFETIME = timedelta(hours=2)


def remember(request: HttpRequest, identity: AuthenticatedIdentity, *, next_key: str, replaced_session: str) -> None:
    """A new session for the person, in the place of the one this browser had."""
    if replaced_session:
        request.session.delete(replaced_session)
    request.session.flush()
    sealed = sealer().seal(json.dumps(_as_table(identity)).encode(), context=CONTEXT)
    request.session[IDENTITY] = sealed.hex()
    request.session[NEXT] = next_key
    rotate_token(request)


def remembered(request: HttpRequest, *, now: datetime) -> AuthenticatedIdentity | None:
    """Who is logged in; nobody when the login is too old or the deployment's keys have changed."""
    sealed = request.session.get(IDENTITY)
    if sealed is None:
        return None
    try:
        identity = _from_table(json.loads(sealer().open(bytes.fromhex(sealed), context=CONTEXT)))
    except WrongConfiguration:
        return None
    return identity if now - identity.authenticated_at < LIFETIME else None


def _as_table(identity: AuthenticatedIdentity) -> dict[str, Any]:
    person = identity.person
    return {
        "level": person.level_of_assurance.value,
        "identifier": person.eidas_identifier,
        "family_name": person.family_name,
        "given_name": person.given_name,
        "date_of_birth": person.date_of_birth.isoformat(),
        "birth_name": person.birth_name,
        "place_of_birth": person.place_of_birth,
        "gender": person.gender,
        "original_script": dict(identity.original_script),
        "issuer_country": identity.issuer_country,
        "authenticated_at": identity.authenticated_at.isoformat(),
        "person_index": identity.person_index,
    }


def _from_table(table: dict[str, Any]) -> AuthenticatedIdentity:
    return AuthenticatedIdentity(
        person=NaturalPerson(
            level_of_assurance=LevelOfAssurance(table["level"]),
            eidas_identifier=table["identifier"],
            family_name=table["family_name"],
            given_name=table["given_name"],
            date_of_birth=date.fromisoformat(table["date_of_birth"]),
            birth_name=table["birth_name"],
            place_of_birth=table["place_of_birth"],
            gender=table["gender"],
        ),
        original_script=table["original_script"],
        issuer_country=table["issuer_country"],
        authenticated_at=datetime.fromisoformat(table["authenticated_at"]),
        person_index=table["person_index"],
    )
