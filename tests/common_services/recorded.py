"""The ten answers of the acceptance directories, recorded in summer 2026, and when and by whom they were signed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from common_services.queries import QueryId

ACCEPTANCE_ROOT = "e7bd73a08dfb38f55a1c51fe9818cc815896c084b392b44648bff81f21445bbe"
RECORDED_AT = datetime(2026, 8, 28, 12, tzinfo=UTC)
NAMES = (
    "dsd_aucun_service_fr",
    "dsd_data_services_fi",
    "eb_evidence_types_deux_fr",
    "eb_evidence_types_fi",
    "eb_evidence_types_fr",
    "eb_requirements_catalogue",
    "eb_requirements_deux_fr",
    "eb_requirements_fr",
    "eb_requirements_t1_fr",
    "eb_requirements_vides",
)


@dataclass(frozen=True)
class Recorded:
    body: bytes
    headers: dict[str, str]


def recorded(data: Path, name: str) -> Recorded:
    folder = data / "common-services"
    lines = (folder / f"{name}.headers").read_text().splitlines()
    return Recorded((folder / f"{name}.xml").read_bytes(), dict(line.split(": ", 1) for line in lines))


def query_of(name: str) -> QueryId:
    if name.startswith("dsd"):
        return QueryId.DATA_SERVICES
    return QueryId.EVIDENCE_TYPES if "evidence_types" in name else QueryId.REQUIREMENTS
