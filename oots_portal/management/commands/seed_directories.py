"""Fill the directories of a sandbox from `deployments/seeds/NAME-directory.toml`; may run at every start."""

import tomllib
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

import data_service_directory.seeding
import evidence_broker.seeding
import semantic_repository.seeding
from deployments.service import deployment

SEEDS = Path(settings.DEPLOYMENTS_FOLDER) / "seeds"


class Command(BaseCommand):
    help = "Fills the directories of the sandbox; what is already there stays as it is."

    def handle(self, *args: object, **options: object) -> None:
        if not deployment().is_sandbox:
            raise CommandError("Seeds are for the sandbox only.")
        path = SEEDS / f"{deployment().name}-directory.toml"
        if not path.exists():
            self.stdout.write(f"There are no seeds for the directories of {deployment().name}.")
            return
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        evidence_broker.seeding.seed(tables)
        data_service_directory.seeding.seed(tables, deployment())
        semantic_repository.seeding.seed(tables, SEEDS)
        self.stdout.write(f"Directories filled from {path.name}.")
