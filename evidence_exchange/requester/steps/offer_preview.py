"""Q3 to Q4: a usable preview location came."""

from datetime import datetime

from deployments import service as deployments
from edm.messages.evidence_error.message import Occurrence
from evidence_exchange import moves
from evidence_exchange.models import Exchange, Redirection, Subject
from evidence_exchange.recording import Event, record
from evidence_exchange.requester.vetting import host_of_location


def offer_preview(exchange: Exchange, preview: Occurrence, at: datetime) -> bool:
    """False when the second request cannot be made any more, because the citizen was forgotten meanwhile."""
    basis = Subject.objects.filter(exchange=exchange).exclude(sealed=None)
    timeouts = deployments.deployment().member_state(exchange.country).requester_timeouts
    second_due = at + timeouts.redirection * exchange.requirement_count
    location = preview.preview_location or ""
    if not basis.exists() or not exchange.move(moves.OFFER_PREVIEW, at, second_due=second_due, error_code="", error_detail=""):
        return False
    basis.update(wipe_due=second_due)
    redirection = Redirection(exchange=exchange, host=host_of_location(location), descriptions=dict(preview.preview_descriptions))
    redirection.seal(location)
    redirection.save()
    record(exchange, Event.PREVIEW_OFFERED, at, facts={"host": redirection.host})
    return True


def reject_location(exchange: Exchange, location: str, reason: str, at: datetime) -> None:
    """X11: kept as it came, with the reason, and never followed."""
    redirection = Redirection(exchange=exchange, rejected=reason)
    redirection.seal(location)
    redirection.save()
    record(exchange, Event.RESPONSE_REFUSED, at, error_detail=f"preview_location_{reason}")
