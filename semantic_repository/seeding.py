"""Publish what a seed file describes; what is already there stays as it is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction

from semantic_repository.models import Asset

Table = Mapping[str, Any]
KINDS = {"requirement": Asset.Kind.REQUIREMENT, "evidence_type": Asset.Kind.EVIDENCE_TYPE, "data_model": Asset.Kind.DATA_MODEL}


@transaction.atomic
def seed(tables: Mapping[str, Sequence[Table]], folder: Path) -> None:
    """Schemas are files beside the seed file, in `folder`."""
    for table_name, kind in KINDS.items():
        for table in tables.get(table_name, ()):
            Asset.objects.get_or_create(path=table["path"], defaults=_facts(kind, table, folder))


def _facts(kind: Asset.Kind, table: Table, folder: Path) -> dict[str, Any]:
    return {
        "kind": kind,
        "owner": table["path"].split("/")[1] if kind is Asset.Kind.EVIDENCE_TYPE else table.get("owner", ""),
        "names": table.get("names") or table["titles"],
        "descriptions": table.get("descriptions", {}),
        "schema": (folder / table["schema"]).read_text(encoding="utf-8") if "schema" in table else "",
    }
