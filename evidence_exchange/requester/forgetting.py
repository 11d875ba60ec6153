"""What the requester must not keep once an exchange is over, or once a clock made it unlikely to go on."""

from evidence_exchange.models import Exchange, Redirection, Subject
from evidence_exchange.subjects import wipe_subject


def forget(exchange: Exchange) -> None:
    """A fact ended it: nothing of the citizen is left. The return address still leads home until T3."""
    Subject.objects.filter(exchange=exchange).delete()
    _wipe_location(exchange)


def forget_for_now(exchange: Exchange) -> None:
    """A presumption ended it: the blind index stays, so that a late answer can still be compared."""
    wipe_subject(exchange)
    _wipe_location(exchange)


def _wipe_location(exchange: Exchange) -> None:
    # A location that was rejected is no secret: nobody will be sent there.
    Redirection.objects.filter(exchange=exchange, rejected="").update(sealed_location=None)
