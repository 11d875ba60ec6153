"""The register port: who is known, and what is on record about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from edm.errors import ServiceUnavailable
from edm.messages.persons import Subject
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import ParticipantId

Texts = Mapping[str, str]


class RegisterTooSlow(ServiceUnavailable):
    """The register did not answer in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterService:
    """What a register delivers for one data service of the directory."""

    data_service_id: UUID
    classification: str
    kind: str
    procedures: frozenset[str]
    media_types: tuple[str, ...]
    languages: tuple[str, ...]
    titles: Texts
    minimum_assurance: LevelOfAssurance
    conforms_to: str | None = None
    words: Mapping[str, Texts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A person's names in one script."""

    family: str
    given: str
    birth: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of a document: its key, its label and its value by language ("" for the language-neutral form)."""

    key: str
    labels: Texts
    values: Texts

    def value(self, language: str) -> str:
        return self.values.get(language) or self.values.get("") or next(iter(self.values.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredDocument:
    """What a register knows of one document, before anybody writes it down."""

    number: str
    holder: NameForm
    date_of_birth: date
    issued_on: date
    facts: tuple[Fact, ...]
    available_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Exactly one record is about the person; `record` names it inside the register."""

    record: str


@dataclass(frozen=True, slots=True)
class NoMatch:
    """Nobody on record is this person."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two or more records could be this person."""


Matching = Match | NoMatch | Ambiguous


class RegisterSource(Protocol):
    """One register of one provider."""

    provider: ParticipantId

    def service(self, data_service_id: UUID) -> RegisterService | None:
        """What is delivered under this data service; None when it is not this register's."""
        ...

    def find(self, person: Subject) -> Matching:
        """The unique record about a person. Raises ServiceUnavailable or RegisterTooSlow."""
        ...

    def documents(self, record: str, kind: str) -> tuple[RegisteredDocument, ...]:
        """What is on record, possibly nothing. Raises ServiceUnavailable or RegisterTooSlow."""
        ...


class Registers(Protocol):
    """The registers this deployment's providers keep."""

    def of(self, provider: ParticipantId) -> RegisterSource | None: ...
