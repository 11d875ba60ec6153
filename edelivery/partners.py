"""What two installations tell each other about their access points, as a bundle of JSON values."""

from collections.abc import Iterable, Mapping
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from deployments import service as deployments
from edelivery.errors import PartnerRefused
from edelivery.hosts import host_of
from edelivery.models import Party

SMALLEST_KEY = 2048


def export_parties() -> list[dict[str, Any]]:
    """The access points played here: certificates, no keys."""
    return [
        {
            "id": row.party_id,
            "type": row.party_type,
            "country": row.country,
            "endpoint": row.endpoint,
            "certificate": row.certificate,
            "preview_hosts": row.preview_hosts,
        }
        for row in Party.objects.filter(is_own=True)
    ]


def import_parties(parties: Iterable[Mapping[str, Any]], *, deployment: str = "") -> dict[str, str]:
    """Pin the partners' certificates; answers the fingerprint by party. Raises PartnerRefused before any is pinned."""
    described = [_described(party, deployment) for party in parties]
    if not described:
        raise PartnerRefused("The bundle names no party.")
    for party in described:
        Party.objects.update_or_create(
            party_id=party["party_id"], party_type=party["party_type"], defaults=party | {"changed_at": deployments.clock().now()}
        )
    return {party["party_id"]: party["fingerprint"] for party in described}


def _described(party: Mapping[str, Any], deployment: str) -> dict[str, Any]:
    identifier, kind = _text(party, "id"), _text(party, "type")
    _refuse_taken(identifier, kind, deployment)
    pem, fingerprint = _certificate(_text(party, "certificate"))
    country, endpoint = _text(party, "country"), _text(party, "endpoint")
    if len(country) != 2 or not host_of(endpoint):
        raise PartnerRefused(f"{identifier} has no country or no endpoint.")
    return {
        "party_id": identifier,
        "party_type": kind,
        "country": country,
        "endpoint": endpoint,
        "certificate": pem,
        "fingerprint": fingerprint,
        "preview_hosts": [str(host).lower() for host in party.get("preview_hosts", [])],
        "is_own": False,
        "deployment": deployment,
    }


def _text(party: Mapping[str, Any], name: str) -> str:
    value = party.get(name)
    if not isinstance(value, str) or not value.strip():
        raise PartnerRefused(f"A party of the bundle has no {name}.")
    return value.strip()


def _refuse_taken(identifier: str, kind: str, deployment: str) -> None:
    """A partner may renew its own parties and touch nobody else's."""
    taken = Party.objects.filter(party_id=identifier, party_type=kind).first()
    if taken and (taken.is_own or (deployment and taken.deployment != deployment)):
        raise PartnerRefused(f"{identifier} is an access point of {taken.deployment}.")


def _certificate(pem: str) -> tuple[str, str]:
    try:
        certificate = x509.load_pem_x509_certificate(pem.encode())
        key = certificate.public_key()
    except ValueError as fault:
        raise PartnerRefused("A certificate of the bundle cannot be read.") from fault
    if not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST_KEY:
        raise PartnerRefused(f"A certificate of the bundle has no RSA key of at least {SMALLEST_KEY} bits.")
    return certificate.public_bytes(Encoding.PEM).decode(), certificate.fingerprint(hashes.SHA256()).hex()
