"""Parties from the database, own keys from the key store."""

from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from deployments import service as deployments
from edelivery.as4.identities import SigningIdentity
from edelivery.models import Party
from edelivery.resolvers.base import KnownParty
from edm.errors import WrongConfiguration
from edm.vocabulary.parties import PartyId


class TableResolver:
    def party(self, party: PartyId) -> KnownParty | None:
        row = Party.objects.filter(party_id=party.value, party_type=party.type).first()
        if row is None:
            return None
        return KnownParty(
            party=party,
            country=row.country,
            endpoint=row.endpoint,
            certificate=_certificate(row.certificate),
            preview_hosts=frozenset(row.preview_hosts),
        )

    def own_identity(self, party: PartyId) -> SigningIdentity | None:
        state = deployments.deployment().member_state_of_party(party)
        if state is None:
            return None
        pair = deployments.keys().rsa(state.access_point.key)
        if not isinstance(pair.private_key, RSAPrivateKey):
            raise WrongConfiguration(f"The key {state.access_point.key} is not RSA.")
        return SigningIdentity(pair.private_key, pair.certificate)


@lru_cache(maxsize=256)
def _certificate(pem: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem.encode())
