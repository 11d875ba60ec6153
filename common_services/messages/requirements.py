"""Requirements of a procedure: the answer of Evidence Broker query 1 (chapter 4)."""

from dataclasses import dataclass, field

from common_services.messages.jurisdictions import Jurisdiction
from common_services.messages.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFramework:
    """A national procedure: where a requirement is asked for, and under which procedure code."""

    identifier: str
    titles: Texts
    descriptions: Texts = field(default_factory=dict)
    procedure_codes: tuple[str, ...]
    jurisdictions: tuple[Jurisdiction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What must be proved; EU-wide, identified by its Semantic Repository address."""

    identifier: str
    names: Texts
    descriptions: Texts = field(default_factory=dict)
    frameworks: tuple[ReferenceFramework, ...] = ()
