"""Ends a login once and for all: whatever is true afterwards becomes true in one transaction."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from eid_auth.service_provider.answer import VerifiedAnswer, verified_answer
from eid_auth.service_provider.errors import LoginDeclined, LoginRefused, Refusal
from eid_auth.service_provider.guard.transport import posted_response
from eid_auth.service_provider.models import LoginRecord, PendingLogin, SeenIdentifier
from eid_auth.service_provider.parties import trusted_node
from eid_auth.service_provider.pending import expectation, refuse_unless_open
from eid_auth.service_provider.sessions import remember


def finish_login(request: HttpRequest, found: PendingLogin | None, *, now: datetime) -> None:
    """Leaves the verified person in a new session; LoginRefused or LoginDeclined otherwise."""
    pending = refuse_unless_open(found, request, now=now)
    content = posted_response(request)
    try:
        answer = verified_answer(content, expectation(pending), now=now)
    except LoginDeclined:
        _claim(pending, now)  # a signed no is an answer too
        raise
    _settle(pending, answer, now=now)
    remember(request, answer.identity, next_key=pending.next_key, replaced_session=pending.replaced_session)


def _settle(pending: PendingLogin, answer: VerifiedAnswer, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            _claim(pending, now)
            SeenIdentifier.objects.create(kind=SeenIdentifier.Kind.RESPONSE, value=answer.response_id, seen_at=now)
            SeenIdentifier.objects.create(kind=SeenIdentifier.Kind.ASSERTION, value=answer.assertion_id, seen_at=now)
            _record(pending, answer, now=now)
    except IntegrityError as fault:
        raise LoginRefused(Refusal.REPLAYED) from fault


def _claim(pending: PendingLogin, now: datetime) -> None:
    if not pending.claim(now):
        raise LoginRefused(Refusal.ALREADY_USED)


def _record(pending: PendingLogin, answer: VerifiedAnswer, *, now: datetime) -> None:
    LoginRecord.objects.create(
        request_id=pending.request_id,
        response_id=answer.response_id,
        response_digest=answer.digest,
        issuer=trusted_node().entity_id,
        requester=pending.requester,
        country=answer.identity.issuer_country,
        level_of_assurance=answer.identity.level_of_assurance,
        at=now,
    )
