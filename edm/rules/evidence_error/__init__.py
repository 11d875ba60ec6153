"""Business rules for an evidence error (TDD 4.6, EDM-ERR)."""

from edm.rules.book import RuleBook
from edm.rules.evidence_error.agents import agent_rules
from edm.rules.evidence_error.envelope import envelope_rules
from edm.rules.evidence_error.exceptions import exception_rules

evidence_error_rules = RuleBook.combined("4.6", envelope_rules, agent_rules, exception_rules)

__all__ = ["evidence_error_rules"]
