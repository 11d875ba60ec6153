"""The evidence error: its value, its writer and its reader (TDD 4.5.3)."""

from edm.messages.evidence_error.message import EvidenceError, Occurrence

__all__ = ["EvidenceError", "Occurrence"]
