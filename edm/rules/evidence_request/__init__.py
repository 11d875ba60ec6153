"""Business rules for an evidence request (TDD 4.6, EDM-REQ)."""

from edm.rules.book import RuleBook
from edm.rules.evidence_request.agents import agent_rules
from edm.rules.evidence_request.envelope import envelope_rules
from edm.rules.evidence_request.evidence_type import evidence_type_rules
from edm.rules.evidence_request.persons import person_rules
from edm.rules.evidence_request.provider_classification import provider_classification_rules
from edm.rules.evidence_request.representatives import representative_rules
from edm.rules.evidence_request.slots import slot_rules

evidence_request_rules = RuleBook.combined(
    "4.6",
    envelope_rules,
    slot_rules,
    agent_rules,
    provider_classification_rules,
    person_rules,
    representative_rules,
    evidence_type_rules,
)

__all__ = ["evidence_request_rules"]
