"""Reads the answers of an Evidence Broker; the mirror of `broker_writer`."""

from common_services.messages.envelope import REQUIREMENT, contents
from common_services.messages.evidence_types import NO_MATCH, EvidenceType, EvidenceTypeList, RequirementOptions
from common_services.messages.readings import jurisdiction, required_texts, texts
from common_services.messages.requirements import ReferenceFramework, Requirement
from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import optional_text, required, required_text


def read_requirements(document: Element) -> tuple[Requirement, ...]:
    return tuple(_requirement(element) for element in contents(document, REQUIREMENT, "sdg:Requirement"))


def read_requirement_options(document: Element) -> RequirementOptions:
    """The broker names one requirement (R-EB-EVI-S018)."""
    elements = list(contents(document, REQUIREMENT, "sdg:Requirement"))
    if len(elements) != 1:
        raise CorrespondentFault(f"The answer names {len(elements)} requirements.", rule="R-EB-EVI-S018")
    lists = tuple(_list(found) for found in elements[0].iterfind(named("sdg:EvidenceTypeList")))
    if not lists:
        raise CorrespondentFault("The answer holds no evidence type list.", rule="R-EB-EVI-S016")
    return RequirementOptions(requirement=_requirement(elements[0]), lists=lists)


def _requirement(element: Element) -> Requirement:
    return Requirement(
        identifier=required_text(element, "sdg:Identifier"),
        names=required_texts(element, "sdg:Name"),
        descriptions=texts(element, "sdg:Description"),
        frameworks=tuple(_framework(found) for found in element.iterfind(named("sdg:ReferenceFramework"))),
    )


def _framework(element: Element) -> ReferenceFramework:
    return ReferenceFramework(
        identifier=required_text(element, "sdg:Identifier"),
        titles=texts(element, "sdg:Title"),
        descriptions=texts(element, "sdg:Description"),
        procedure_codes=tuple(
            required_text(related, "sdg:Identifier", rule="R-EB-REQ-S015") for related in element.iterfind(named("sdg:RelatedTo"))
        ),
        jurisdictions=tuple(jurisdiction(found) for found in element.iterfind(named("sdg:Jurisdiction"))),
    )


def _list(element: Element) -> EvidenceTypeList:
    evidence_types = tuple(_evidence_type(found) for found in element.iterfind(named("sdg:EvidenceType")))
    match_type = optional_text(element, "sdg:MatchType")
    _refuse_half_declared(match_type, evidence_types)
    return EvidenceTypeList(
        identifier=required_text(element, "sdg:Identifier"),
        names=texts(element, "sdg:Name"),
        evidence_types=evidence_types,
        no_match=match_type == NO_MATCH,
        match_descriptions=texts(element, "sdg:MatchDescription"),
        jurisdiction=jurisdiction(required(element, "sdg:Jurisdiction")),
    )


def _refuse_half_declared(match_type: str | None, evidence_types: tuple[EvidenceType, ...]) -> None:
    """A list is empty exactly when it declares NoMatch, the only match type of this line."""
    if match_type not in {None, NO_MATCH}:
        raise CorrespondentFault("A list declares an unknown match type.", rule="R-EB-EVI-C043")
    if (match_type == NO_MATCH) == bool(evidence_types):
        raise CorrespondentFault("A list must be either filled or declared NoMatch.", rule="R-EB-EVI-S015")


def _evidence_type(element: Element) -> EvidenceType:
    return EvidenceType(
        classification=required_text(element, "sdg:EvidenceTypeClassification"),
        titles=required_texts(element, "sdg:Title"),
        descriptions=texts(element, "sdg:Description"),
    )
