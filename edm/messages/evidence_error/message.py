"""Why there is no evidence, or where to look at it first (TDD 4.5.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from edm.vocabulary.exceptions import EdmException, Severity
from edm.vocabulary.lines import V2_0, EdmLine
from edm.vocabulary.parties import Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One exception as it happened; `detail` names the broken rule."""

    exception: EdmException
    occurred_at: datetime
    detail: str | None = None
    preview_location: str | None = None
    preview_descriptions: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Preview required if and only if there is a place to preview (R-EDM-ERR-C015, C022)."""
        return Severity.ERROR if self.preview_location is None else Severity.PREVIEW_REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceError:
    """A QueryResponse with status Failure; request and requester are absent when the request could not be read."""

    response_id: UUID
    error_provider: Authority
    exceptions: tuple[Occurrence, ...]
    request_id: UUID | None = None
    requester: Authority | None = None
    line: EdmLine = V2_0

    @property
    def preview(self) -> Occurrence | None:
        """The occurrence that leads to the preview space, when there is one."""
        return next((found for found in self.exceptions if found.preview_location is not None), None)
