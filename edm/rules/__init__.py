"""The business rules of line 2.0 (TDD 4.6): tables of sentences with a number, and the engine that runs them.

A rule that the published artefacts execute wrongly is executed the same way here (EDM reference 11).
"""

from edm.rules.book import Rule, RuleBook
from edm.rules.ebms_header import ebms_header_rules
from edm.rules.evidence_error import evidence_error_rules
from edm.rules.evidence_request import evidence_request_rules
from edm.rules.evidence_response import evidence_response_rules
from edm.rules.report import Finding, Report, Severity
from edm.rules.selection import MessageKind, kind_of, line_of, select

__all__ = [
    "Finding",
    "MessageKind",
    "Report",
    "Rule",
    "RuleBook",
    "Severity",
    "ebms_header_rules",
    "evidence_error_rules",
    "evidence_request_rules",
    "evidence_response_rules",
    "kind_of",
    "line_of",
    "select",
]
