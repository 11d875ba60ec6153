"""Takes in the signed metadata of the eIDAS node that the login is to trust."""

from pathlib import Path

from cryptography import x509
from django.core.management.base import BaseCommand, CommandError, CommandParser

from deployments.service import clock
from edm.errors import CallerMistake
from eid_auth.service_provider.node_metadata import import_node_metadata


class Command(BaseCommand):
    help = "Import the eIDAS node's metadata, verified against a certificate you have from another source."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the metadata, as downloaded")
        parser.add_argument("--certificate", type=Path, required=True, help="PEM of the certificate that signs them")
        parser.add_argument("--unsigned-assertions", action="store_true", help="the node signs its responses only")

    def handle(self, *, file: Path, certificate: Path, unsigned_assertions: bool, **options: object) -> None:
        try:
            pinned = x509.load_pem_x509_certificate(certificate.read_bytes())
            imported = import_node_metadata(file.read_bytes(), pinned=pinned, signs_assertions=not unsigned_assertions, now=clock().now())
        except (CallerMistake, OSError, ValueError) as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"Logins go to {imported.sso_url}; its metadata are valid until {imported.valid_until:%Y-%m-%d %H:%M} UTC.")
