"""Register what a seed file describes; providers and access points are those of the deployment."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from data_service_directory.models import AccessService, DataService, Distribution, Publisher
from deployments.model import Deployment, MemberState
from edm.errors import WrongConfiguration
from edm.vocabulary.lines import known_line

Table = Mapping[str, Any]


@transaction.atomic
def seed(tables: Mapping[str, Sequence[Table]], deployment: Deployment) -> None:
    """What is already there stays as it is."""
    types = {table["path"]: table for table in tables.get("evidence_type", ())}
    for table in tables.get("data_service", ()):
        state = deployment.member_state(table["country"])
        service, created = DataService.objects.get_or_create(
            identifier=table["identifier"], defaults=_facts(table, types[table["evidence_type"]])
        )
        if created:
            _distributions(service, table)
            _access_service(state, table["provider"]).data_services.add(service)


def _facts(table: Table, evidence_type: Table) -> dict[str, Any]:
    return {
        "owner": table["country"],
        "evidence_type": table["evidence_type"],
        "titles": evidence_type["titles"],
        "descriptions": evidence_type.get("descriptions", {}),
        "level_of_assurance": table.get("level_of_assurance", ""),
    }


def _distributions(service: DataService, table: Table) -> None:
    for position, distribution in enumerate(table["distributions"]):
        Distribution.objects.create(data_service=service, position=position, **distribution)


def _access_service(state: MemberState, provider: str) -> AccessService:
    """The Member State's access point, speaking for one of its providers."""
    party = state.access_point.party
    access_service, _ = AccessService.objects.get_or_create(
        party_id=party.value,
        party_type=party.type,
        publisher=_publisher(state, provider),
        defaults={"owner": state.country, "conforms_to": _specifications(state), "names": {"EN": f"Access point {party.value}"}},
    )
    return access_service


def _publisher(state: MemberState, provider: str) -> Publisher:
    authority = next((p for p in state.providers if p.identifier.value == provider), None)
    if authority is None:
        raise WrongConfiguration(f"The seeds name {provider}, which is no provider of {state.country} in this deployment.")
    publisher, _ = Publisher.objects.get_or_create(
        identifier=authority.identifier.value,
        scheme=authority.identifier.scheme,
        defaults={"owner": state.country, "country": state.country, "names": dict(authority.names)},
    )
    return publisher


def _specifications(state: MemberState) -> list[str]:
    return [f"oots-edm:v{line}" for line in state.edm_lines if known_line(f"oots-edm:v{line}")]
