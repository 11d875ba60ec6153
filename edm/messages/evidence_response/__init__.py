"""The evidence response: its value, its writer and its reader (TDD 4.5.2)."""

from edm.messages.evidence_response.attachments import refuse_unless_complete
from edm.messages.evidence_response.message import Document, EvidencePackage, EvidenceResponse, Supplement, ValidityPeriod
from edm.messages.evidence_response.reader import evidence_response_of, read_evidence_response
from edm.messages.evidence_response.writer import write_evidence_response

__all__ = [
    "Document",
    "EvidencePackage",
    "EvidenceResponse",
    "Supplement",
    "ValidityPeriod",
    "evidence_response_of",
    "read_evidence_response",
    "refuse_unless_complete",
    "write_evidence_response",
]
