"""The evidence response: its value, its writer and its reader (TDD 4.5.2)."""

from edm.messages.evidence_response.message import Document, EvidencePackage, EvidenceResponse, Supplement, ValidityPeriod

__all__ = [
    "Document",
    "EvidencePackage",
    "EvidenceResponse",
    "Supplement",
    "ValidityPeriod",
]
