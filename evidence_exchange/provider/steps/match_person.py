"""P2: who is it? Only a unique match goes on, and the answer never reveals more than that (identity.md 8.1)."""

from datetime import datetime

from edm.vocabulary.exceptions import OBJECT_NOT_FOUND
from evidence_exchange.models import Exchange
from evidence_exchange.provider.refusals import Refused
from evidence_exchange.provider.steps.check_request import Task
from evidence_exchange.recording import Event, record
from evidence_exchange.sources.base import Ambiguous, Match

RULES = "1"
NOT_FOUND = "no unique match"


def match_person(exchange: Exchange, task: Task, now: datetime) -> Match:
    """Raises Refused with 0004, the same for nobody and for several."""
    found = task.register.find(task.request.subject)
    outcome = "match" if isinstance(found, Match) else "ambiguous" if isinstance(found, Ambiguous) else "none"
    record(exchange, Event.IDENTITY_MATCH, now, request_id=task.request.request_id, decision=outcome, facts={"rules": RULES})
    if not isinstance(found, Match):
        raise Refused(OBJECT_NOT_FOUND, NOT_FOUND)
    return found
