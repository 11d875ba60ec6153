"""From rows to the values that go out."""

from collections.abc import Iterable
from typing import Any

from common_services.messages import evidence_types, requirements
from common_services.messages.jurisdictions import Jurisdiction, JurisdictionCode
from common_services.repository import identifier_of
from evidence_broker.models import NO_MATCH, EvidenceType, EvidenceTypeList, ReferenceFramework, Requirement


def requirement_value(row: Requirement, frameworks: Iterable[ReferenceFramework]) -> requirements.Requirement:
    return requirements.Requirement(
        identifier=identifier_of(row.path),
        names=row.names,
        descriptions=row.descriptions,
        frameworks=tuple(_framework(framework) for framework in frameworks),
    )


def list_value(row: EvidenceTypeList) -> evidence_types.EvidenceTypeList:
    return evidence_types.EvidenceTypeList(
        identifier=str(row.identifier),
        names=row.names,
        evidence_types=tuple(_evidence_type(membership.evidence_type) for membership in row.memberships.all()),
        no_match=row.match_type == NO_MATCH,
        match_descriptions=row.match_descriptions if row.match_type else {},
        jurisdiction=_jurisdiction(row),
    )


def _framework(row: ReferenceFramework) -> requirements.ReferenceFramework:
    return requirements.ReferenceFramework(
        identifier=str(row.identifier),
        titles=row.titles,
        descriptions=row.descriptions,
        procedure_codes=(row.procedure_code,),
        jurisdictions=(_jurisdiction(row),),
    )


def _evidence_type(row: EvidenceType) -> evidence_types.EvidenceType:
    return evidence_types.EvidenceType(classification=identifier_of(row.path), titles=row.titles, descriptions=row.descriptions)


def _jurisdiction(row: ReferenceFramework | EvidenceTypeList) -> Jurisdiction:
    codes: list[Any] = row.jurisdiction_codes
    return Jurisdiction(row.country, tuple(JurisdictionCode(list_id, code) for list_id, code in codes))
