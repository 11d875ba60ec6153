"""The values a deployment file is read into; frozen, so that nothing changes them while running."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from edm.vocabulary.parties import Authority, PartyId


class Environment(StrEnum):
    SANDBOX = "sandbox"
    ACCEPTANCE = "acceptance"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """T1, T2 and T3 of one role (`exchange-flow` chapter 4.4: the waiting side waits longer)."""

    first_answer: timedelta
    redirection: timedelta
    decision: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPoint:
    """Our own corner of the network for one Member State."""

    party: PartyId
    endpoint: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberState:
    """One Member State this deployment plays: its origin, roles, authorities and clocks."""

    country: str
    origin: str
    theme: str
    languages: tuple[str, ...]
    time_zone: str = "Europe/Brussels"
    contact: str = ""
    edm_lines: tuple[str, ...]
    requester: Authority | None
    providers: tuple[Authority, ...]
    procedures: tuple[str, ...]
    access_point: AccessPoint
    requester_timeouts: Timeouts
    provider_timeouts: Timeouts

    @property
    def is_requester(self) -> bool:
        return self.requester is not None

    @property
    def is_provider(self) -> bool:
        return bool(self.providers)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryAddress:
    """Where one directory service answers for a country, and whose signature counts.

    `trusted_roots` are SHA-256 fingerprints (lower-case hex) of the accepted top certificates.
    """

    base_url: str
    trusted_roots: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EidasNode:
    """The node our portals log in at; in the sandbox the mock node of this deployment."""

    origin: str
    countries: tuple[str, ...]
    minimum_assurance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One installation: everything that differs from the next one."""

    name: str
    environment: Environment
    door: str
    semantic_repository: str
    languages: tuple[str, ...]
    member_states: tuple[MemberState, ...]
    eb_url: str
    dsd_url: str
    eidas_node: EidasNode | None
    outbound_hosts: tuple[str, ...]
    allow_plain_http: bool
    sweep_interval: timedelta

    @property
    def is_sandbox(self) -> bool:
        return self.environment is Environment.SANDBOX

    def member_state(self, country: str) -> MemberState:
        """The Member State played here; KeyError when this deployment does not play it."""
        for state in self.member_states:
            if state.country == country:
                return state
        raise KeyError(country)

    def plays(self, country: str) -> bool:
        return any(state.country == country for state in self.member_states)

    def member_state_of_party(self, party: PartyId) -> MemberState | None:
        return next((s for s in self.member_states if s.access_point.party == party), None)

    def member_state_of_host(self, host: str) -> MemberState | None:
        """`host` is the Host header, port included."""
        return next((s for s in self.member_states if urlsplit(s.origin).netloc == host), None)

    @property
    def all_hosts(self) -> Mapping[str, str]:
        """Every host served here (without port) and what it is: door, eidas or a country."""
        hosts = {urlsplit(self.door).hostname or "": "door"}
        if self.eidas_node is not None:
            hosts[urlsplit(self.eidas_node.origin).hostname or ""] = "eidas"
        hosts.update({urlsplit(s.origin).hostname or "": s.country for s in self.member_states})
        return hosts
