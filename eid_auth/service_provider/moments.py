"""Times in SAML: UTC with Z, and how far clocks may differ."""

from datetime import datetime, timedelta

from lxml.etree import _Element

from eid_auth.service_provider.errors import LoginRefused, Refusal

SKEW = timedelta(seconds=60)
LONGEST_VALIDITY = timedelta(minutes=5)


def moment(element: _Element, attribute: str, *, otherwise: Refusal) -> datetime:
    """The time in `attribute`; refused when it is absent, malformed or without a zone."""
    try:
        found = datetime.fromisoformat(element.get(attribute, ""))
    except ValueError as fault:
        raise LoginRefused(otherwise) from fault
    if found.tzinfo is None:
        raise LoginRefused(otherwise)
    return found


def refuse_unless_just_issued(element: _Element, *, now: datetime) -> None:
    issued = moment(element, "IssueInstant", otherwise=Refusal.ISSUE_INSTANT)
    if not now - LONGEST_VALIDITY - SKEW <= issued <= now + SKEW:
        raise LoginRefused(Refusal.ISSUE_INSTANT)
