"""The evidence request: its value, its writer and its reader (TDD 4.5.1)."""

from edm.messages.evidence_request.correspondent import Correspondent, read_correspondent
from edm.messages.evidence_request.message import (
    EvidenceRequest,
    ProviderClassification,
    RequestedDistribution,
    RequestedEvidenceType,
    Requirement,
)
from edm.messages.evidence_request.reader import evidence_request_of, read_evidence_request
from edm.messages.evidence_request.writer import write_evidence_request

__all__ = [
    "Correspondent",
    "EvidenceRequest",
    "ProviderClassification",
    "RequestedDistribution",
    "RequestedEvidenceType",
    "Requirement",
    "evidence_request_of",
    "read_correspondent",
    "read_evidence_request",
    "write_evidence_request",
]
