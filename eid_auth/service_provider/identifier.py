"""The unique identifier CC/CC/local: whose it is, and whether it may travel (identity 3.4)."""

import re
from dataclasses import dataclass

from edm.vocabulary.countries import OOTS_COUNTRIES, UID_SUPPRESSION_COUNTRIES
from eid_auth.service_provider.countries import oots_country
from eid_auth.service_provider.errors import LoginRefused, Refusal

FORM = re.compile(r"([A-Z]{2})/([A-Z]{2})/(\S{1,256})")
SHORTEST_LOCAL_PART = 6


@dataclass(frozen=True, slots=True)
class EidasIdentifier:
    """Issuing country, receiving country (both in OOTS codes) and the opaque local part."""

    issuer: str
    receiver: str
    local: str

    def __str__(self) -> str:
        return f"{self.issuer}/{self.receiver}/{self.local}"

    @property
    def for_exchange(self) -> str | None:
        """What the evidence request may carry: nothing where the country suppresses it or rule C040 would refuse it."""
        if self.issuer in UID_SUPPRESSION_COUNTRIES:
            return None
        fits = {self.issuer, self.receiver} <= OOTS_COUNTRIES and len(self.local) >= SHORTEST_LOCAL_PART
        return str(self) if fits else None


def read_identifier(text: str, *, chosen: str, receiver: str) -> EidasIdentifier:
    """The identifier, issued by the chosen country (any, when the node asked) for the receiving one."""
    match = FORM.fullmatch(text)
    if match is None:
        raise LoginRefused(Refusal.IDENTIFIER)
    identifier = EidasIdentifier(oots_country(match[1]), oots_country(match[2]), match[3])
    if chosen and identifier.issuer != chosen:
        raise LoginRefused(Refusal.OTHER_COUNTRY)
    if identifier.receiver != receiver:
        raise LoginRefused(Refusal.OTHER_RECEIVER)
    return identifier
