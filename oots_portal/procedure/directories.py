"""What the directories say about a procedure, put together for pages; nothing here waits for a server."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from common_services.lookups import Failure, Lookup
from common_services.messages.data_services import AccessService, DataService
from common_services.messages.evidence_types import EvidenceType, EvidenceTypeList, RequirementOptions
from common_services.messages.failures import FailureKind
from common_services.messages.requirements import Requirement
from common_services.service import answer_of, data_services_query, directory_countries, evidence_types_query, requirements_query

Answer = TypeVar("Answer")
# A country without lists, or a directory that knows nothing there, is an answer and not a fault.
NO_LISTS = {FailureKind.NO_EVIDENCE_TYPE}
NO_OFFICES = {FailureKind.NO_PROVIDER}


class DirectoryPending(Exception):
    """The worker is fetching the answer."""


class DirectoryFailed(Exception):
    """There is no trusted answer now."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.code or failure.kind)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class Office:
    """Who can be asked for one evidence type: a data service and the access service that leads there."""

    data_service: DataService
    access_service: AccessService

    @property
    def provider_id(self) -> str:
        return self.access_service.publisher.identifier.value


@dataclass(frozen=True, slots=True)
class CountryOffer:
    """What one country declares for one requirement: ways to prove it, or that there is none."""

    country: str
    lists: tuple[EvidenceTypeList, ...]

    @property
    def fetchable(self) -> bool:
        return bool(self.ways)

    @property
    def ways(self) -> tuple[EvidenceTypeList, ...]:
        return tuple(way for way in self.lists if way.evidence_types and not way.no_match)


def required_documents(procedure_code: str, requester_country: str) -> tuple[Requirement, ...]:
    """The requirements of a procedure in the country of the portal."""
    (found,) = _values([answer_of(requirements_query(procedure_code, requester_country))])
    return found or ()


def offers_for(requirement: str) -> tuple[CountryOffer, ...]:
    """Every country that declared something for the requirement, ours and our partners'."""
    lookups = [answer_of(evidence_types_query(requirement, country)) for country in (None, *directory_countries())]
    own, *partners = lookups
    (ours,) = _values([own], empty=NO_LISTS)
    # A partner's directory that does not answer must not hide the others.
    answers = [ours, *(lookup.value for lookup in partners if lookup.is_ready)]
    if any(lookup.is_pending for lookup in partners):
        raise DirectoryPending
    return _by_country(answer for answer in answers if answer is not None)


def offer_of(requirement: str, country: str) -> CountryOffer:
    (answer,) = _values([answer_of(evidence_types_query(requirement, country))], empty=NO_LISTS)
    return CountryOffer(country, _lists_of(answer, country))


def offices_for(evidence_types: Sequence[EvidenceType], country: str) -> list[tuple[Office, ...]]:
    """For each evidence type the offices that deliver it; empty where the directory knows none."""
    lookups = [answer_of(data_services_query(kind.classification, country)) for kind in evidence_types]
    return [_offices(services or ()) for services in _values(lookups, empty=NO_OFFICES)]


def office(classification: str, country: str, data_service_id: object, provider_id: str) -> Office | None:
    """The office an explicit request named, as the directory describes it now."""
    (services,) = _values([answer_of(data_services_query(classification, country))], empty=NO_OFFICES)
    matching = (o for o in _offices(services or ()) if o.data_service.identifier == data_service_id and o.provider_id == provider_id)
    return next(matching, None)


def _offices(services: Iterable[DataService]) -> tuple[Office, ...]:
    return tuple(Office(service, access) for service in services for access in service.access_services)


def _values(lookups: Sequence[Lookup[Answer]], *, empty: frozenset[FailureKind] | set[FailureKind] = frozenset()) -> list[Answer | None]:
    """The values, None where the failure means that there is nothing."""
    for lookup in lookups:
        if lookup.failure is not None and lookup.failure.kind not in empty:
            raise DirectoryFailed(lookup.failure)
    if any(lookup.is_pending for lookup in lookups):
        raise DirectoryPending
    return [lookup.value for lookup in lookups]


def _by_country(answers: Iterable[RequirementOptions]) -> tuple[CountryOffer, ...]:
    found: dict[str, list[EvidenceTypeList]] = {}
    for answer in answers:
        for way in answer.lists:
            found.setdefault(way.country, []).append(way)
    return tuple(CountryOffer(country, tuple(lists)) for country, lists in sorted(found.items()))


def _lists_of(answer: RequirementOptions | None, country: str) -> tuple[EvidenceTypeList, ...]:
    return tuple(way for way in answer.lists if way.country == country) if answer else ()
