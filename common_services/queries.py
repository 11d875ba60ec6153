"""The three official queries of line 2.0, as values (chapters 4 to 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar
from urllib.parse import urlencode

from common_services.messages.data_services import DataService
from common_services.messages.evidence_types import RequirementOptions
from common_services.messages.requirements import Requirement
from edm.vocabulary.lines import V2_0

Answer_co = TypeVar("Answer_co", covariant=True)


class Directory(StrEnum):
    EVIDENCE_BROKER = "eb"
    DATA_SERVICE_DIRECTORY = "dsd"


class QueryId(StrEnum):
    REQUIREMENTS = "urn:fdc:oots:eb:ebxml-regrep:queries:requirements-by-procedure-and-jurisdiction"
    EVIDENCE_TYPES = "urn:fdc:oots:eb:ebxml-regrep:queries:evidence-types-by-requirement-and-jurisdiction"
    DATA_SERVICES = "urn:fdc:oots:dsd:ebxml-regrep:queries:dataservices-by-evidencetype-and-jurisdiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryQuery(Generic[Answer_co]):
    """A question to one directory; `country` says whose directory is asked (None: our own)."""

    directory: Directory
    query_id: QueryId
    country: str | None
    parameters: tuple[tuple[str, str], ...]

    def url(self, base_url: str) -> str:
        """The request address: parameters sorted, so that equal questions have equal addresses."""
        named = [("queryId", str(self.query_id)), *sorted(self.parameters)]
        return f"{base_url.rstrip('/')}/rest/search?{urlencode(named)}"


def requirements_query(procedure_code: str | None, requester_country: str | None) -> "DirectoryQuery[tuple[Requirement, ...]]":
    return DirectoryQuery(
        directory=Directory.EVIDENCE_BROKER,
        query_id=QueryId.REQUIREMENTS,
        country=requester_country,
        parameters=_given({"procedure-id": procedure_code, "country-code": requester_country}),
    )


def evidence_types_query(requirement_id: str, provider_country: str | None) -> "DirectoryQuery[RequirementOptions]":
    return DirectoryQuery(
        directory=Directory.EVIDENCE_BROKER,
        query_id=QueryId.EVIDENCE_TYPES,
        country=provider_country,
        parameters=_given({"requirement-id": requirement_id, "country-code": provider_country}),
    )


def data_services_query(
    classification: str, provider_country: str, answers: Mapping[str, str] | None = None
) -> "DirectoryQuery[tuple[DataService, ...]]":
    """`answers` maps the identifier of a question to what the user said (chapter 6.3)."""
    base = {"evidence-type-classification": classification, "country-code": provider_country, "specification": V2_0.specification}
    return DirectoryQuery(
        directory=Directory.DATA_SERVICE_DIRECTORY,
        query_id=QueryId.DATA_SERVICES,
        country=provider_country,
        parameters=_given({**base, **(answers or {})}),
    )


def _given(parameters: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in parameters.items() if value)
