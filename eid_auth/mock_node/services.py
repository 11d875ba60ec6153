"""The services this node answers: the requesting Member States of this deployment, by entity id."""

from dataclasses import dataclass

from cryptography import x509

from deployments.model import MemberState
from deployments.service import deployment, keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A relying service as the node has it from its metadata; of its keys only the certificates are known here."""

    country: str
    entity_id: str
    acs: str
    origin: str
    signing: x509.Certificate
    encryption: x509.Certificate


def service_called(entity_id: str) -> Service | None:
    return next((s for s in _services() if s.entity_id == entity_id), None)


def _services() -> tuple[Service, ...]:
    return tuple(_service(state) for state in deployment().member_states if state.is_requester)


def _service(state: MemberState) -> Service:
    prefix = f"saml-{state.country.lower()}"
    return Service(
        country=state.country,
        entity_id=f"{state.origin}/login/metadata",
        acs=f"{state.origin}/login/acs",
        origin=state.origin,
        signing=keys().rsa(f"{prefix}-signing").certificate,
        encryption=keys().rsa(f"{prefix}-encryption").certificate,
    )
