"""Knows whom it is told: for tests."""

from edelivery.as4.identities import SigningIdentity
from edelivery.resolvers.base import KnownParty
from edm.vocabulary.parties import PartyId


class InMemoryResolver:
    def __init__(self) -> None:
        self.parties: dict[PartyId, KnownParty] = {}
        self.identities: dict[PartyId, SigningIdentity] = {}

    def party(self, party: PartyId) -> KnownParty | None:
        return self.parties.get(party)

    def own_identity(self, party: PartyId) -> SigningIdentity | None:
        return self.identities.get(party)
