"""Reads `NAME.toml` into a Deployment, or refuses with every fault at once."""

import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from deployments.model import (
    AccessPoint,
    Deployment,
    EidasNode,
    Environment,
    MemberState,
    Timeouts,
)
from edm.errors import WrongConfiguration
from edm.vocabulary.parties import Authority, ParticipantId, PartyId

FOLDER = Path(__file__).parent
DURATION = re.compile(r"(\d+)(s|min|h)")
SECONDS = {"s": 1, "min": 60, "h": 3600}
COUNTRY = re.compile(r"[A-Z]{2}")


def read_deployment(name: str, *, port: int, folder: Path = FOLDER) -> Deployment:
    """The deployment called `name`; WrongConfiguration lists every offender."""
    path = folder / f"{name}.toml"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.toml")))
        raise WrongConfiguration(f"There is no deployment {name!r}; there are: {known}")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8").replace("{port}", str(port)))
    except tomllib.TOMLDecodeError as fault:
        raise WrongConfiguration(f"{path.name} is not readable: {fault}") from fault
    return _Reader(name, table).deployment()


class _Reader:
    """Walks the table and collects complaints instead of stopping at the first."""

    def __init__(self, name: str, table: Mapping[str, Any]) -> None:
        self._name = name
        self._table = table
        self._complaints: list[str] = []

    def deployment(self) -> Deployment:
        environment = self._environment()
        states = tuple(self._member_state(s) for s in self._table.get("member_state", []))
        deployment = Deployment(
            name=self._name,
            environment=environment,
            door=self._origin(self._table, "door", "deployment"),
            semantic_repository=self._text(self._table, "semantic_repository", "deployment"),
            languages=tuple(self._table.get("languages", ("en",))),
            member_states=states,
            eb_url=self._text(self._table.get("directories", {}), "eb", "directories"),
            dsd_url=self._text(self._table.get("directories", {}), "dsd", "directories"),
            eidas_node=self._eidas_node(),
            outbound_hosts=tuple(self._table.get("outbound_hosts", ())),
            allow_plain_http=bool(self._table.get("allow_plain_http", False)),
            sweep_interval=self._duration(self._table.get("sweep_interval", "60s"), "sweep_interval"),
        )
        self._check_together(deployment)
        if self._complaints:
            raise WrongConfiguration(f"{self._name}.toml: " + "; ".join(self._complaints))
        return deployment

    def _environment(self) -> Environment:
        value = self._table.get("environment")
        if value not in set(Environment):
            self._complaints.append(f"environment must be one of {', '.join(Environment)}, not {value!r}")
            return Environment.PRODUCTION
        return Environment(value)

    def _member_state(self, table: Mapping[str, Any]) -> MemberState:
        country = self._text(table, "country", "member_state")
        if not COUNTRY.fullmatch(country):
            self._complaints.append(f"country {country!r} is not two capital letters")
        clocks = self._table.get("clocks", {}).get(table.get("clocks", ""))
        if clocks is None:
            self._complaints.append(f"{country}: clocks {table.get('clocks')!r} are not described")
            clocks = {}
        requester = table.get("requester")
        return MemberState(
            country=country,
            origin=self._origin(table, "origin", country),
            theme=table.get("theme", country),
            languages=tuple(table.get("languages", ("en",))),
            time_zone=table.get("time_zone", "Europe/Brussels"),
            contact=table.get("contact", ""),
            edm_lines=tuple(table.get("edm_lines", ())),
            requester=self._authority(requester, country) if requester else None,
            providers=tuple(self._authority(p, country) for p in table.get("providers", ())),
            procedures=tuple(table.get("procedures", ())),
            access_point=self._access_point(table, country),
            requester_timeouts=self._timeouts(clocks.get("requester", {}), f"{country} requester"),
            provider_timeouts=self._timeouts(clocks.get("provider", {}), f"{country} provider"),
        )

    def _authority(self, table: Mapping[str, Any], country: str) -> Authority:
        names = table.get("names", {})
        if not names:
            self._complaints.append(f"{country}: an authority has no name")
        identifier = ParticipantId(self._text(table, "id", f"{country} authority"), self._text(table, "scheme", f"{country} authority"))
        return Authority(identifier=identifier, names=names, country=country)

    def _access_point(self, table: Mapping[str, Any], country: str) -> AccessPoint:
        described = table.get("access_point", {})
        party = PartyId(
            self._text(described, "id", f"{country} access_point"),
            self._text(described, "type", f"{country} access_point"),
        )
        return AccessPoint(
            party=party,
            endpoint=self._text(described, "endpoint", f"{country} access_point"),
            key=described.get("key", f"as4-{party.value.lower()}"),
        )

    def _eidas_node(self) -> EidasNode | None:
        table = self._table.get("eidas_node")
        if table is None:
            return None
        return EidasNode(
            origin=self._origin(table, "origin", "eidas_node"),
            countries=tuple(table.get("countries", ())),
            minimum_assurance=table.get("minimum_assurance", "Substantial"),
        )

    def _timeouts(self, table: Mapping[str, Any], where: str) -> Timeouts:
        return Timeouts(
            first_answer=self._duration(table.get("first_answer"), f"{where} first_answer"),
            redirection=self._duration(table.get("redirection"), f"{where} redirection"),
            decision=self._duration(table.get("decision"), f"{where} decision"),
        )

    def _duration(self, value: object, where: str) -> timedelta:
        match = DURATION.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            self._complaints.append(f"{where} must be a duration such as 5min or 20s, not {value!r}")
            return timedelta()
        return timedelta(seconds=int(match[1]) * SECONDS[match[2]])

    def _text(self, table: Mapping[str, Any], name: str, where: str) -> str:
        value = table.get(name)
        if not isinstance(value, str) or not value:
            self._complaints.append(f"{where}: {name} is missing")
            return ""
        return value

    def _origin(self, table: Mapping[str, Any], name: str, where: str) -> str:
        value = self._text(table, name, where)
        parts = urlsplit(value)
        if value and (parts.scheme != "https" or not parts.hostname or parts.path):
            self._complaints.append(f"{where}: {name} must be an https origin without a path, not {value!r}")
        return value

    def _check_together(self, deployment: Deployment) -> None:
        states = deployment.member_states
        self._refuse_twins("country", [s.country for s in states])
        self._refuse_twins("origin", [s.origin for s in states])
        self._refuse_twins("party", [f"{s.access_point.party.type}:{s.access_point.party.value}" for s in states])
        for state in states:
            if not state.edm_lines:
                self._complaints.append(f"{state.country}: edm_lines is empty")
            if not state.is_requester and not state.is_provider:
                self._complaints.append(f"{state.country}: plays neither requester nor provider")
            self._check_clocks(state)
        if not deployment.is_sandbox:
            self._refuse_sandbox_parts(deployment)
            self._refuse_plain_http(deployment)

    def _check_clocks(self, state: MemberState) -> None:
        waits, acts = state.requester_timeouts, state.provider_timeouts
        if waits.first_answer <= acts.first_answer:
            self._complaints.append(f"{state.country}: the requester's first_answer must exceed the provider's (TDD 4.4)")
        if acts.redirection <= waits.redirection:
            self._complaints.append(f"{state.country}: the provider's redirection must exceed the requester's (TDD 4.4)")
        if waits.decision <= acts.decision:
            self._complaints.append(f"{state.country}: the requester's decision must exceed the provider's (TDD 4.4)")

    def _refuse_twins(self, what: str, values: list[str]) -> None:
        for twin in sorted({v for v in values if values.count(v) > 1}):
            self._complaints.append(f"{what} {twin} is used twice")

    def _refuse_sandbox_parts(self, deployment: Deployment) -> None:
        if deployment.allow_plain_http:
            self._complaints.append("allow_plain_http is for the sandbox only")
        if self._table.get("eidas_node", {}).get("mock", False):
            self._complaints.append("the mock eIDAS node is for the sandbox only")
        node = [deployment.eidas_node.origin] if deployment.eidas_node else []
        origins = [deployment.door, *(s.origin for s in deployment.member_states), *node]
        hosts = {urlsplit(address).hostname or "" for address in (*origins, *_correspondents(deployment))}
        for host in sorted(hosts | set(deployment.outbound_hosts)):
            if host == "localhost" or host.endswith(".localhost"):
                self._complaints.append(f"{host} is a sandbox address")

    def _refuse_plain_http(self, deployment: Deployment) -> None:
        for address in _correspondents(deployment):
            if address and urlsplit(address).scheme != "https":
                self._complaints.append(f"{address} is not https")


def _correspondents(deployment: Deployment) -> tuple[str, ...]:
    """The addresses this deployment sends to, its own access points among them."""
    return (deployment.eb_url, deployment.dsd_url, *(s.access_point.endpoint for s in deployment.member_states))
