"""Everything a first start needs, and nothing twice: tables, keys, certificate, directories, parties, logins."""

import secrets
from pathlib import Path

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

import eid_auth.service_provider.service
from deployments.sealing import secret_file
from deployments.service import deployment, keys, state_folder
from edelivery.seeding import seed_parties
from oots_portal.tls import ensure_certificate

ADMINISTRATOR = "admin"


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: object, **_options: object) -> None:
        if not deployment().is_sandbox:
            raise CommandError("The demonstration runs in the sandbox only; see docs/operations.md for production.")
        self._certificate()
        call_command("migrate", verbosity=0, interactive=False)
        self._keys()
        seed_parties()
        call_command("seed_directories", verbosity=0)
        secret_file(state_folder() / "secrets" / "api.key")
        self._logins()

    def _certificate(self) -> None:
        state = state_folder()
        authority = ensure_certificate(state / "tls", tuple(sorted(deployment().all_hosts)))
        trust = state / "trust"
        trust.mkdir(exist_ok=True, mode=0o700)
        (trust / "own.pem").write_bytes(Path(authority).read_bytes())

    def _keys(self) -> None:
        keys().directory_signing()
        for member_state in deployment().member_states:
            keys().rsa(member_state.access_point.key)
        eid_auth.service_provider.service.prepare()

    def _logins(self) -> None:
        if User.objects.filter(username=ADMINISTRATOR).exists():
            self.stdout.write(f"Administrator: {ADMINISTRATOR}, with the password printed at the first start (make reset starts afresh)")
            return
        password = secrets.token_urlsafe(12)
        User.objects.create_superuser(ADMINISTRATOR, password=password)
        self.stdout.write(f"Administrator: {ADMINISTRATOR}, password {password} (printed this once)")
