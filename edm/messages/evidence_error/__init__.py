"""The evidence error: its value, its writer and its reader (TDD 4.5.3)."""

from edm.messages.evidence_error.message import EvidenceError, Occurrence
from edm.messages.evidence_error.reader import evidence_error_of, read_evidence_error
from edm.messages.evidence_error.writer import write_evidence_error

__all__ = ["EvidenceError", "Occurrence", "evidence_error_of", "read_evidence_error", "write_evidence_error"]
