"""Print what another installation must know of this one, as JSON."""

import json
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from django.core.management.base import BaseCommand

from deployments.service import deployment, keys, state_folder
from edelivery.partners import export_parties


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: object, **_options: object) -> None:
        bundle = {
            "deployment": deployment().name,
            "parties": export_parties(),
            "directories": [
                {
                    "country": state.country,
                    "eb": deployment().eb_url,
                    "dsd": deployment().dsd_url,
                    "root": _root_fingerprint(),
                }
                for state in deployment().member_states
                if state.is_provider
            ],
            "tls_authority": _tls_authority(state_folder() / "tls" / "ca.pem"),
        }
        self.stdout.write(json.dumps(bundle, indent=2, ensure_ascii=False))


def _root_fingerprint() -> str:
    return keys().directory_signing().top.fingerprint(hashes.SHA256()).hex()


def _tls_authority(path: Path) -> str | None:
    return path.read_text() if path.exists() else None
