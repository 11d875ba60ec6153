"""Q6: the citizen's browser comes back through the return address."""

from datetime import datetime

from django.db import transaction

from deployments.sealing import token_hash
from evidence_exchange.models import Exchange, Redirection
from evidence_exchange.recording import Event, record


def find_return(token: str, now: datetime) -> Exchange | None:
    """The exchange of this return address; None when it is unknown or T3 closed it (exchange-flow 4.5)."""
    redirection = Redirection.objects.select_related("exchange").filter(return_hash=token_hash(token)).first()
    if redirection is None:
        return None
    exchange = redirection.exchange
    if exchange.third_due is None or now >= exchange.third_due:
        return None
    return exchange


@transaction.atomic
def welcome_back(token: str, now: datetime, *, recognised: bool) -> Exchange | None:
    """Record that this address was used; only the person who left has come back (X12)."""
    exchange = find_return(token, now)
    if exchange is None:
        return None
    if recognised:
        Exchange.objects.filter(pk=exchange.pk, returned_at=None).update(returned_at=now)
    record(exchange, Event.USER_RETURNED, now, facts={"recognised": "yes" if recognised else "no"})
    return exchange
