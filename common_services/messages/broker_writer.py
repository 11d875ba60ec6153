"""Writes the answers of the Evidence Broker in the order of elements of chapters 4 and 5."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from common_services.messages.envelope import REQUIREMENT, write_success
from common_services.messages.evidence_types import NO_MATCH, EvidenceTypeList, RequirementOptions
from common_services.messages.requirements import ReferenceFramework, Requirement
from common_services.messages.writings import write_jurisdiction
from edm.regrep.namespaces import Element
from edm.regrep.writing import child, localised_children


def write_requirements(requirements: Iterable[Requirement], *, object_ids: Callable[[], UUID]) -> bytes:
    """Query 1: one object per requirement, without evidence type lists (R-EB-REQ-S016)."""
    return write_success(REQUIREMENT, [partial(_requirement, r) for r in requirements], object_ids=object_ids)


def write_requirement_options(options: RequirementOptions, *, object_ids: Callable[[], UUID]) -> bytes:
    """Query 2: one object, all frameworks first and the lists after them."""
    return write_success(REQUIREMENT, [partial(_options, options)], object_ids=object_ids)


def _options(options: RequirementOptions, parent: Element) -> None:
    element = _requirement(options.requirement, parent)
    for evidence_type_list in options.lists:
        _list(element, evidence_type_list)


def _requirement(requirement: Requirement, parent: Element) -> Element:
    element = child(parent, "sdg:Requirement")
    child(element, "sdg:Identifier", requirement.identifier)
    localised_children(element, "sdg:Name", requirement.names)
    localised_children(element, "sdg:Description", requirement.descriptions)
    for framework in requirement.frameworks:
        _framework(element, framework)
    return element


def _framework(parent: Element, framework: ReferenceFramework) -> None:
    element = child(parent, "sdg:ReferenceFramework")
    child(element, "sdg:Identifier", framework.identifier)
    localised_children(element, "sdg:Title", framework.titles)
    localised_children(element, "sdg:Description", framework.descriptions)
    for code in framework.procedure_codes:
        child(child(element, "sdg:RelatedTo"), "sdg:Identifier", code)
    for jurisdiction in framework.jurisdictions:
        write_jurisdiction(element, jurisdiction)


def _list(parent: Element, declared: EvidenceTypeList) -> None:
    element = child(parent, "sdg:EvidenceTypeList")
    child(element, "sdg:Identifier", declared.identifier)
    localised_children(element, "sdg:Name", declared.names)
    for evidence_type in declared.evidence_types:
        typed = child(element, "sdg:EvidenceType")
        child(typed, "sdg:EvidenceTypeClassification", evidence_type.classification)
        localised_children(typed, "sdg:Title", evidence_type.titles)
        localised_children(typed, "sdg:Description", evidence_type.descriptions)
    if declared.no_match:
        child(element, "sdg:MatchType", NO_MATCH)
        localised_children(element, "sdg:MatchDescription", declared.match_descriptions)
    write_jurisdiction(element, declared.jurisdiction)
