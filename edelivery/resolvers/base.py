"""The party resolver port."""

from dataclasses import dataclass
from typing import Protocol

from cryptography import x509

from edelivery.as4.identities import SigningIdentity
from edm.vocabulary.parties import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownParty:
    """An access point we may exchange messages with; its certificate is pinned (reference 13)."""

    party: PartyId
    country: str
    endpoint: str
    certificate: x509.Certificate
    preview_hosts: frozenset[str]


class PartyResolver(Protocol):
    def party(self, party: PartyId) -> KnownParty | None:
        """The access point under exactly this identifier and type."""
        ...

    def own_identity(self, party: PartyId) -> SigningIdentity | None:
        """Key and certificate of an access point played here; None for every other."""
        ...
