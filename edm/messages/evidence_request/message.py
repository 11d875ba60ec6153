"""What one competent authority asks of another on behalf of a citizen (TDD 4.5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from edm.messages.persons import LegalPerson, NaturalPerson, Subject
from edm.vocabulary.lines import V2_0, EdmLine
from edm.vocabulary.parties import Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What the procedure wants proved, as the Evidence Broker names it."""

    identifier: str
    names: Mapping[str, str]
    descriptions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderClassification:
    """A question the directory asked to find the provider, with the user's answer."""

    identifier: UUID
    type: str
    value: str | bool
    scheme: str | None = None
    value_expression: str | None = None
    descriptions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedDistribution:
    """A form in which the evidence is welcome; the first is preferred, the next are fallbacks."""

    media_type: str
    languages: tuple[str, ...] = ()
    conforms_to: str | None = None
    associated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedEvidenceType:
    """The data service asked, as the Data Service Directory describes it."""

    data_service_id: UUID
    classification: str
    titles: Mapping[str, str]
    distributions: tuple[RequestedDistribution, ...]
    descriptions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRequest:
    """One QueryRequest; the second one of a preview also carries both locations."""

    request_id: UUID
    issued_at: datetime
    procedure_code: str
    preview_possible: bool
    explicitly_requested: bool
    requirements: tuple[Requirement, ...]
    requester: Authority
    provider: Authority
    subject: Subject
    evidence_type: RequestedEvidenceType
    intermediaries: tuple[Authority, ...] = ()
    representative: NaturalPerson | None = None
    representative_legal_person: LegalPerson | None = None
    provider_classifications: tuple[ProviderClassification, ...] = ()
    preview_location: str | None = None
    return_location: str | None = None
    line: EdmLine = V2_0
