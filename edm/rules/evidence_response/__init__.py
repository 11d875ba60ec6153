"""Business rules for an evidence response (TDD 4.6, EDM-RESP)."""

from edm.rules.book import RuleBook
from edm.rules.evidence_response.associations import association_rules
from edm.rules.evidence_response.envelope import envelope_rules
from edm.rules.evidence_response.evidence import evidence_rules
from edm.rules.evidence_response.packages import package_rules
from edm.rules.evidence_response.slots import slot_rules

evidence_response_rules = RuleBook.combined("4.6", envelope_rules, slot_rules, package_rules, association_rules, evidence_rules)

__all__ = ["evidence_response_rules"]
