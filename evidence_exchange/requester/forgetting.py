"""What the requester must not keep once an exchange is over."""

from evidence_exchange.models import Exchange, Redirection
from evidence_exchange.subjects import wipe_subject


def forget(exchange: Exchange) -> None:
    """Wipe the citizen and the preview location; the return address still leads home until T3."""
    wipe_subject(exchange)
    Redirection.objects.filter(exchange=exchange).update(sealed_location=None)
