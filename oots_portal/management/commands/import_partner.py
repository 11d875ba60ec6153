"""Take in another installation's bundle: its parties, its directories, its TLS authority."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from cryptography import x509
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from common_services.service import remember_directory
from deployments.service import deployment, state_folder
from edelivery.partners import import_parties
from edm.errors import OotsError

LARGEST_BUNDLE = 1024 * 1024


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the partner's bundle, or - for standard input")

    def handle(self, *_args: object, file: str, **_options: object) -> None:
        bundle = _read(file)
        name = bundle.get("deployment", "")
        if not re.fullmatch(r"[a-z0-9-]{1,40}", str(name)) or name == deployment().name:
            raise CommandError("The bundle must name another deployment.")
        try:
            with transaction.atomic():
                fingerprints = import_parties(bundle.get("parties", []), deployment=name)
                for directory in bundle.get("directories", []):
                    remember_directory(directory["country"], directory["eb"], directory["dsd"], directory["root"])
        except (OotsError, KeyError, TypeError, ValueError) as fault:
            raise CommandError(f"The bundle of {name} was not taken in: {fault}") from fault
        _trust(name, bundle.get("tls_authority"))
        for party, fingerprint in fingerprints.items():
            self.stdout.write(f"{party}: certificate {fingerprint}")
        self.stdout.write(f"{name} is a partner now. Compare the fingerprints with the partner by another way.")


def _read(name: str) -> dict[str, Any]:
    try:
        text = sys.stdin.read(LARGEST_BUNDLE) if name == "-" else Path(name).read_text(encoding="utf-8")
        bundle = json.loads(text)
    except (OSError, ValueError) as fault:
        raise CommandError(f"The bundle cannot be read: {fault}") from fault
    if not isinstance(bundle, dict):
        raise CommandError("The bundle is no JSON object.")
    return bundle


def _trust(name: str, authority: str | None) -> None:
    if not authority:
        return
    try:
        x509.load_pem_x509_certificate(authority.encode())
    except ValueError as fault:
        raise CommandError(f"The TLS authority of {name} is no certificate.") from fault
    folder = state_folder() / "trust"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / f"{name}.pem").write_text(authority)
