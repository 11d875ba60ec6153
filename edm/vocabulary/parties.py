"""Who takes part: authorities (corners C1 and C4) and access points (C2 and C3)."""

from collections.abc import Mapping
from dataclasses import dataclass

UNREGISTERED_OOTS = "urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots"
GATEWAY_ROLE = "http://sdg.europa.eu/edelivery/gateway"


@dataclass(frozen=True, slots=True)
class ParticipantId:
    """An authority's identifier with its scheme (EDM reference 1.5)."""

    value: str
    scheme: str


@dataclass(frozen=True, slots=True)
class PartyId:
    """An access point: both the identifier and its type are the key, both case-sensitive."""

    value: str
    type: str = UNREGISTERED_OOTS

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A competent authority or intermediary, with its name by upper-case language code."""

    identifier: ParticipantId
    names: Mapping[str, str]
    country: str

    def name(self, language: str) -> str:
        """The name in `language`, else in English, else in whichever comes first."""
        wanted = language.upper()
        return self.names.get(wanted) or self.names.get("EN") or next(iter(self.names.values()))
