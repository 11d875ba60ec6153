"""Data services for an evidence type: the answer of the Data Service Directory (chapters 2.2 and 6)."""

from dataclasses import dataclass, field
from uuid import UUID

from common_services.messages.texts import Texts
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import Authority, PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the directory wants to know from the user before it can name a provider (chapter 6.3)."""

    identifier: str
    type: str
    texts: Texts
    value_expression: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """One form in which the evidence is delivered."""

    media_type: str
    languages: tuple[str, ...] = ()
    conforms_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationAnswer:
    """What a publisher covers, in the terms of one question."""

    question: Question
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessService:
    """An access point (corner 3), the EDM lines it speaks, and the provider it speaks for (corner 4)."""

    party: PartyId
    names: Texts = field(default_factory=dict)
    conforms_to: tuple[str, ...]
    publisher: Authority
    publisher_descriptions: Texts = field(default_factory=dict)
    covers: tuple[ClassificationAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataService:
    """One entry of the directory (`DataServiceEvidenceType`)."""

    identifier: UUID
    classification: str
    titles: Texts
    descriptions: Texts = field(default_factory=dict)
    distributions: tuple[Distribution, ...]
    access_services: tuple[AccessService, ...] = ()
    level_of_assurance: LevelOfAssurance | None = None
    questions: tuple[Question, ...] = ()
