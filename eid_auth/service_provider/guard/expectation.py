"""What the answer to one login must say of itself."""

from dataclasses import dataclass
from datetime import datetime

from lxml.etree import _Element

from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.moments import refuse_unless_just_issued
from eid_auth.service_provider.namespaces import saml
from eid_auth.service_provider.parties import ServiceProvider, TrustedNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The login this browser waits for: who asked whom for what, and when."""

    request_id: str
    requested_at: datetime
    country: str
    minimum: LevelOfAssurance
    provider: ServiceProvider
    node: TrustedNode


def refuse_unless_expected(response: _Element, expected: Expectation, *, now: datetime) -> None:
    """Compared exactly: the library takes prefixes for equal and lets an absent value pass."""
    if response.get("Destination") != expected.provider.acs_url:
        raise LoginRefused(Refusal.DESTINATION)
    if response.get("InResponseTo") != expected.request_id:
        raise LoginRefused(Refusal.IN_RESPONSE_TO)
    if response.findtext(saml("Issuer")) != expected.node.entity_id:
        raise LoginRefused(Refusal.ISSUER)
    refuse_unless_just_issued(response, now=now)
