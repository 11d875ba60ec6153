"""A register kept in memory: for tests; it can also be made to fail."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from edm.errors import ServiceUnavailable
from edm.messages.persons import NaturalPerson, Subject
from edm.vocabulary.parties import ParticipantId
from evidence_exchange.sources.base import Matching, NoMatch, RegisteredDocument, RegisterService
from evidence_exchange.sources.matching import Candidate, match


class InMemoryRegister:
    def __init__(self, provider: ParticipantId, services: tuple[RegisterService, ...]) -> None:
        self.provider = provider
        self.candidates: list[Candidate] = []
        self.failure: ServiceUnavailable | None = None
        self._services = {service.data_service_id: service for service in services}
        self._documents: dict[tuple[str, str], tuple[RegisteredDocument, ...]] = {}

    def add(self, candidate: Candidate, documents: Mapping[str, tuple[RegisteredDocument, ...]] = MappingProxyType({})) -> None:
        """A person, with what is on record about them by kind of document."""
        self.candidates.append(candidate)
        self._documents.update({(candidate.record, kind): found for kind, found in documents.items()})

    def service(self, data_service_id: UUID) -> RegisterService | None:
        return self._services.get(data_service_id)

    def find(self, person: Subject) -> Matching:
        if self.failure is not None:
            raise self.failure
        return match(person, self.candidates) if isinstance(person, NaturalPerson) else NoMatch()

    def documents(self, record: str, kind: str) -> tuple[RegisteredDocument, ...]:
        if self.failure is not None:
            raise self.failure
        return self._documents.get((record, kind), ())


class InMemoryRegisters:
    """Registers by provider."""

    def __init__(self, *registers: InMemoryRegister) -> None:
        self._registers = {register.provider: register for register in registers}

    def of(self, provider: ParticipantId) -> InMemoryRegister | None:
        return self._registers.get(provider)
