"""The sandbox's registers: invented people in `deployments/seeds/registers-NAME.toml`, read again when the file changes."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from deployments import service as deployments
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import ParticipantId
from evidence_exchange.sources.base import Fact, NameForm, RegisteredDocument, RegisterService, Texts
from evidence_exchange.sources.in_memory import InMemoryRegister, InMemoryRegisters
from evidence_exchange.sources.matching import Candidate


class TomlRegisters:
    """The registers of one file."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or settings.DEPLOYMENTS_FOLDER / "seeds" / f"registers-{deployments.deployment().name}.toml"

    def of(self, provider: ParticipantId) -> InMemoryRegister | None:
        return _read(self._path, self._path.stat().st_mtime_ns).of(provider) if self._path.is_file() else None


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> InMemoryRegisters:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return InMemoryRegisters(*(_register(entry, table["labels"]) for entry in table.get("register", ())))


def _register(entry: Mapping[str, Any], labels: Mapping[str, Texts]) -> InMemoryRegister:
    provider = ParticipantId(entry["provider"], entry["scheme"])
    register = InMemoryRegister(provider, tuple(_service(service, labels) for service in entry["service"]))
    for number, person in enumerate(entry.get("person", ())):
        candidate = _candidate(person, str(number))
        kinds = person.get("documents", {})
        register.add(candidate, {kind: tuple(_document(d, candidate, labels) for d in found) for kind, found in kinds.items()})
    return register


def _service(entry: Mapping[str, Any], labels: Mapping[str, Texts]) -> RegisterService:
    repository = deployments.deployment().semantic_repository
    model = entry.get("conforms_to")
    return RegisterService(
        data_service_id=UUID(entry["data_service"]),
        classification=f"{repository}/{entry['evidence_type']}",
        kind=entry["kind"],
        procedures=frozenset(entry["procedures"]),
        media_types=tuple(entry["media_types"]),
        languages=tuple(entry["languages"]),
        titles=entry["titles"],
        minimum_assurance=LevelOfAssurance(entry["minimum_assurance"]),
        conforms_to=f"{repository}/{model}" if model else None,
        words=labels,
    )


def _candidate(person: Mapping[str, Any], record: str) -> Candidate:
    names = tuple(NameForm(**form) for form in person["names"])
    return Candidate(record=record, date_of_birth=person["date_of_birth"], names=names)


def _document(entry: Mapping[str, Any], candidate: Candidate, labels: Mapping[str, Texts]) -> RegisteredDocument:
    return RegisteredDocument(
        number=entry["number"],
        holder=candidate.names[0],
        date_of_birth=candidate.date_of_birth,
        issued_on=entry["issued_on"],
        facts=tuple(Fact(key=key, labels=labels[key], values=_values(value)) for key, value in entry["facts"].items()),
        available_at=entry.get("available_at"),
    )


def _values(value: str | date | Mapping[str, str]) -> Texts:
    if isinstance(value, date):
        return {"": value.isoformat()}
    return {"": value} if isinstance(value, str) else value
