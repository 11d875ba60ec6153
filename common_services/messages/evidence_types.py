"""Evidence types for a requirement: the answer of Evidence Broker query 2 (chapters 2.1 and 5).

The lists of a requirement are alternatives (OR); the types inside one list are needed together (AND).
"""

from dataclasses import dataclass, field

from common_services.messages.jurisdictions import Jurisdiction
from common_services.messages.requirements import Requirement
from common_services.messages.texts import Texts

NO_MATCH = "NoMatch"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceType:
    """A kind of document; `classification` is its Semantic Repository address."""

    classification: str
    titles: Texts
    descriptions: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTypeList:
    """One way to satisfy a requirement in one jurisdiction, or the declaration that there is none (`no_match`)."""

    identifier: str
    names: Texts = field(default_factory=dict)
    evidence_types: tuple[EvidenceType, ...] = ()
    no_match: bool = False
    match_descriptions: Texts = field(default_factory=dict)
    jurisdiction: Jurisdiction

    @property
    def country(self) -> str:
        return self.jurisdiction.country


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementOptions:
    """A requirement, with everywhere it is asked for, and the ways to satisfy it."""

    requirement: Requirement
    lists: tuple[EvidenceTypeList, ...]
