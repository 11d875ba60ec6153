"""The evidence request: its value, its writer and its reader (TDD 4.5.1)."""

from edm.messages.evidence_request.message import (
    EvidenceRequest,
    ProviderClassification,
    RequestedDistribution,
    RequestedEvidenceType,
    Requirement,
)

__all__ = [
    "EvidenceRequest",
    "ProviderClassification",
    "RequestedDistribution",
    "RequestedEvidenceType",
    "Requirement",
]
