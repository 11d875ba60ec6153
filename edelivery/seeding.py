"""The access points this deployment plays, entered as parties."""

import logging

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from deployments import service as deployments
from deployments.model import MemberState
from edelivery.hosts import host_of
from edelivery.models import Party

log = logging.getLogger(__name__)


def seed_parties() -> None:
    """Idempotent. A certificate once pinned is never replaced here: a key that changed unseen must stop the exchange."""
    for state in deployments.deployment().member_states:
        _seed(state)


def _seed(state: MemberState) -> None:
    point = state.access_point
    certificate = deployments.keys().rsa(point.key).certificate
    fingerprint = certificate.fingerprint(hashes.SHA256()).hex()
    addresses = {
        "country": state.country,
        "endpoint": point.endpoint,
        "preview_hosts": [host_of(state.origin)],
        "is_own": True,
        "deployment": deployments.deployment().name,
        "changed_at": deployments.clock().now(),
    }
    pinned = {"certificate": certificate.public_bytes(Encoding.PEM).decode(), "fingerprint": fingerprint}
    party, _ = Party.objects.update_or_create(
        party_id=point.party.value, party_type=point.party.type, defaults=addresses, create_defaults=addresses | pinned
    )
    if party.fingerprint != fingerprint:
        log.error("party_certificate_differs party=%s pinned=%s key=%s", party.party_id, party.fingerprint, fingerprint)
