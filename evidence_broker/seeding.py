"""Declare what a seed file describes; what is already there stays as it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from evidence_broker.models import NO_MATCH, EvidenceType, EvidenceTypeList, ListMembership, ReferenceFramework, Requirement

Table = Mapping[str, Any]


@transaction.atomic
def seed(tables: Mapping[str, Sequence[Table]]) -> None:
    for table in tables.get("requirement", ()):
        Requirement.objects.get_or_create(path=table["path"], defaults=_texts(table, "names"))
    for table in tables.get("framework", ()):
        _framework(table)
    for table in tables.get("evidence_type", ()):
        owner = table["path"].split("/")[1]
        EvidenceType.objects.get_or_create(path=table["path"], defaults={"owner": owner, **_texts(table, "titles")})
    for table in tables.get("evidence_type_list", ()):
        _list(table)


def _framework(table: Table) -> None:
    framework, created = ReferenceFramework.objects.get_or_create(
        identifier=table["identifier"],
        defaults={
            "owner": table["country"],
            "country": table["country"],
            "procedure_code": table["procedure"],
            **_texts(table, "titles"),
        },
    )
    if created:
        framework.requirements.set(_requirements(table))


def _list(table: Table) -> None:
    declared, created = EvidenceTypeList.objects.get_or_create(
        identifier=table["identifier"],
        defaults={
            "owner": table["country"],
            "country": table["country"],
            "names": table.get("names", {}),
            "match_type": NO_MATCH if "no_match" in table else "",
            "match_descriptions": table.get("no_match", {}),
        },
    )
    if not created:
        return
    declared.requirements.set(_requirements(table))
    for position, path in enumerate(table.get("evidence_types", ())):
        evidence_type = EvidenceType.objects.get(path=path)
        ListMembership.objects.create(evidence_type_list=declared, evidence_type=evidence_type, position=position)


def _requirements(table: Table) -> list[Requirement]:
    return [Requirement.objects.get(path=path) for path in table["requirements"]]


def _texts(table: Table, main: str) -> dict[str, Any]:
    return {main: table[main], "descriptions": table.get("descriptions", {})}
