"""Who speaks to whom: the service provider of a Member State and the node it trusts."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from deployments.keys import KeyPair
from deployments.model import MemberState
from deployments.service import clock, deployment, keys, state_folder
from edm.errors import WrongConfiguration
from eid_auth.service_provider.models import NodeMetadata

NODE_KEY = "eidas-node-signing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceProvider:
    """One Member State's service provider; its entity id is the address of its metadata."""

    state: MemberState
    signing: KeyPair
    encryption: KeyPair
    metadata_signing: KeyPair
    retired_encryption: tuple[KeyPair, ...] = ()

    @property
    def country(self) -> str:
        return self.state.country

    @property
    def entity_id(self) -> str:
        return f"{self.state.origin}/login/metadata"

    @property
    def acs_url(self) -> str:
        return f"{self.state.origin}/login/acs"

    @property
    def display_name(self) -> str:
        return self.state.requester.name("EN") if self.state.requester else self.country


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedNode:
    """The node: its addresses and the certificates pinned for its signatures, more than one while keys change.

    `signs_assertions`: whether this node signs the assertion inside the signed response as well; nodes differ.
    """

    entity_id: str
    sso_url: str
    certificates: tuple[x509.Certificate, ...]
    signs_assertions: bool = True


def service_provider(state: MemberState) -> ServiceProvider:
    name = f"saml-{state.country.lower()}"
    return ServiceProvider(
        state=state,
        signing=keys().rsa(f"{name}-signing"),
        encryption=keys().rsa(f"{name}-encryption"),
        metadata_signing=keys().rsa(f"{name}-metadata"),
        retired_encryption=_retired(f"{name}-encryption-retired"),
    )


def _retired(name: str) -> tuple[KeyPair, ...]:
    """The encryption key used until lately: a node may hold our old metadata for a day or two."""
    exists = (state_folder() / "keys" / f"{name}.key.pem").exists()
    return (keys().rsa(name),) if exists else ()


def trusted_node() -> TrustedNode:
    """The node whose metadata were imported; in the sandbox its own mock node unless another was."""
    imported = NodeMetadata.objects.first()
    return _sandbox_node() if imported is None else _imported_node(imported, now=clock().now())


def _imported_node(imported: NodeMetadata, *, now: datetime) -> TrustedNode:
    if imported.valid_until <= now:
        raise WrongConfiguration("The metadata of the eIDAS node have expired; import_node_metadata takes new ones.")
    return TrustedNode(
        entity_id=imported.entity_id,
        sso_url=imported.sso_url,
        certificates=tuple(x509.load_pem_x509_certificates(imported.certificates.encode())),
        signs_assertions=imported.signs_assertions,
    )


def _sandbox_node() -> TrustedNode:
    described = deployment().eidas_node
    if described is None or not deployment().is_sandbox:
        raise WrongConfiguration("No eIDAS node is known; import_node_metadata takes one in.")
    return TrustedNode(
        entity_id=f"{described.origin}/mock-eidas/metadata",
        sso_url=f"{described.origin}/mock-eidas/sso",
        certificates=_pinned(),
    )


def _pinned() -> tuple[x509.Certificate, ...]:
    path = state_folder() / "keys" / f"{NODE_KEY}.crt.pem"
    if not path.exists():
        keys().rsa(NODE_KEY)  # in the sandbox the node and its key are ours to make
    return tuple(x509.load_pem_x509_certificates(path.read_bytes()))
