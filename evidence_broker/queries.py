"""The two queries of the Evidence Broker (chapters 4 and 5)."""

from django.db.models import Prefetch, QuerySet

from common_services.messages.broker_writer import write_requirement_options, write_requirements
from common_services.messages.evidence_types import RequirementOptions
from common_services.messages.failures import EB_COUNTRY_UNKNOWN, EB_EMPTY, EB_INVALID_QUERY, EB_PROCEDURE_UNKNOWN, EB_REQUIREMENT_UNKNOWN
from common_services.query_server.refusals import refuse
from common_services.query_server.server import Parameters
from deployments.service import identifiers
from edm.vocabulary.countries import OOTS_COUNTRIES
from edm.vocabulary.procedures import ACCEPTED_PROCEDURES
from edm.vocabulary.semantic_repository import path_of
from evidence_broker.catalogue import list_value, requirement_value
from evidence_broker.models import EvidenceTypeList, ReferenceFramework, Requirement


def requirements_of_procedure(given: Parameters) -> bytes:
    """Query 1: one object per requirement, each with the matching national procedures only."""
    matching = _matching_frameworks(given)
    with_matching = Prefetch("frameworks", matching, to_attr="matching")
    found = Requirement.objects.filter(frameworks__in=matching).distinct().prefetch_related(with_matching)
    values = [requirement_value(row, row.matching) for row in found]
    if not values:
        raise refuse(EB_EMPTY, "EMPTY_RESULT")
    return write_requirements(values, object_ids=identifiers().uuid)


def evidence_types_for_requirement(given: Parameters) -> bytes:
    """Query 2: one object; the country filters the lists and never the national procedures."""
    _refuse_unknown_country(given)
    requirement = Requirement.objects.filter(path=path_of(given["requirement-id"])).first()
    if requirement is None:
        raise refuse(EB_REQUIREMENT_UNKNOWN, "requirement-id")
    lists = tuple(list_value(row) for row in _declared_lists(requirement, given.get("country-code")))
    if not lists:
        raise refuse(EB_EMPTY, "EMPTY_RESULT")
    options = RequirementOptions(requirement=requirement_value(requirement, requirement.frameworks.all()), lists=lists)
    return write_requirement_options(options, object_ids=identifiers().uuid)


def _matching_frameworks(given: Parameters) -> QuerySet[ReferenceFramework]:
    _refuse_unknown_country(given)
    # What else `return-incomplete` would return is not published: it is accepted and changes nothing.
    if given.get("return-incomplete", "true") not in {"true", "false"}:
        raise refuse(EB_INVALID_QUERY, "return-incomplete")
    frameworks = ReferenceFramework.objects.all()
    if "procedure-id" in given:
        if given["procedure-id"] not in ACCEPTED_PROCEDURES:
            raise refuse(EB_PROCEDURE_UNKNOWN, "procedure-id")
        frameworks = frameworks.filter(procedure_code=given["procedure-id"])
    return frameworks.filter(country=given["country-code"]) if "country-code" in given else frameworks


def _declared_lists(requirement: Requirement, country: str | None) -> QuerySet[EvidenceTypeList]:
    """Filled lists and declared NoMatches; an empty list that declares nothing is not told (R-EB-EVI-S015)."""
    lists = requirement.evidence_type_lists.declared().prefetch_related("memberships__evidence_type")
    return lists.filter(country=country) if country else lists


def _refuse_unknown_country(given: Parameters) -> None:
    if given.get("country-code", "EU") not in OOTS_COUNTRIES:
        raise refuse(EB_COUNTRY_UNKNOWN, "country-code")
