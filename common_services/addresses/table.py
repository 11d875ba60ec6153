"""The addresses partners gave us, before those of the deployment file (chapters 3.3 and 3.4)."""

from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from django.conf import settings

from common_services.models import KnownDirectory
from common_services.queries import Directory
from deployments.model import DirectoryAddress
from deployments.service import deployment, keys


class TableAddresses:
    def address_of(self, directory: Directory, country: str | None) -> DirectoryAddress:
        """A partner's row for the country, else the addresses of the deployment file."""
        known = KnownDirectory.objects.filter(country=country).first() if country else None
        if known is not None:
            url = known.eb_url if directory is Directory.EVIDENCE_BROKER else known.dsd_url
            return DirectoryAddress(base_url=url, trusted_roots=frozenset({known.root_fingerprint}))
        url = deployment().eb_url if directory is Directory.EVIDENCE_BROKER else deployment().dsd_url
        return DirectoryAddress(base_url=url, trusted_roots=_roots_of(url))


def _roots_of(url: str) -> frozenset[str]:
    if deployment().is_sandbox and urlsplit(url).netloc == urlsplit(deployment().door).netloc:
        return frozenset({own_root()})
    return frozenset(settings.OOTS["DIRECTORY_ROOTS"])


def own_root() -> str:
    """The SHA-256 fingerprint of the certificate above our own directory signatures."""
    return keys().directory_signing().top.fingerprint(hashes.SHA256()).hex()
