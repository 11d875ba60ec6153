"""The sandbox's directories, filled from its seed file as the demo does it."""

import tomllib
from pathlib import Path

from django.conf import settings

import data_service_directory.seeding
import evidence_broker.seeding
import semantic_repository.seeding
from deployments.service import deployment

FOLDER = Path(settings.ROOT) / "deployments" / "seeds"
REQUIREMENT = "https://sr.oots.tech.ec.europa.eu/requirements/5247bb6b-6bec-43fd-9b2e-f99be2dbae39"
GERMAN_DEGREE = "https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/DE/619757a7-1611-4d4b-ae03-5312611ec53a"
ESTONIAN_DIPLOMA = "https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/EE/bb70a186-0286-4330-8930-4711bd8c8e5c"


def seed_all(name="sandbox"):
    tables = tomllib.loads((FOLDER / f"{name}-directory.toml").read_text(encoding="utf-8"))
    evidence_broker.seeding.seed(tables)
    data_service_directory.seeding.seed(tables, deployment())
    semantic_repository.seeding.seed(tables, FOLDER)
