"""What a provider answers: evidence, nothing, or "come back later" (TDD 4.5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from edm.messages.persons import ConfirmedSubject
from edm.vocabulary.documents import AssociatedDocument
from edm.vocabulary.lines import V2_0, EdmLine
from edm.vocabulary.parties import Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidityPeriod:
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The main evidence of a package; `content_id` is that of the attachment, without `cid:`."""

    identifier: UUID
    content_id: str
    title: str
    subject: ConfirmedSubject
    issuing_authority: Authority
    classification: str
    titles: Mapping[str, str]
    issuing_date: date
    media_type: str
    descriptions: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    conforms_to: str | None = None
    validity: ValidityPeriod | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What accompanies the main evidence: an annex, a translation, a version for human eyes."""

    kind: AssociatedDocument
    identifier: UUID
    content_id: str
    title: str
    media_type: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePackage:
    """One evidence with all that belongs to it."""

    main: Document
    supplements: tuple[Supplement, ...] = ()

    @property
    def content_ids(self) -> tuple[str, ...]:
        return (self.main.content_id, *(supplement.content_id for supplement in self.supplements))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceResponse:
    """A QueryResponse; no packages means declined or nothing on record, `available_at` a deferral."""

    request_id: UUID
    response_id: UUID
    issued_at: datetime
    provider: Authority
    requester: Authority
    packages: tuple[EvidencePackage, ...] = ()
    intermediaries: tuple[Authority, ...] = ()
    available_at: datetime | None = None
    line: EdmLine = V2_0

    @property
    def is_deferred(self) -> bool:
        return self.available_at is not None

    @property
    def content_ids(self) -> tuple[str, ...]:
        """The attachments the message must carry, main evidence first within each package."""
        return tuple(content_id for package in self.packages for content_id in package.content_ids)
