"""Who speaks to whom: the service provider of a Member State and the node it trusts."""

from dataclasses import dataclass

from cryptography import x509

from deployments.keys import KeyPair
from deployments.model import MemberState
from deployments.service import deployment, keys, state_folder
from edm.errors import WrongConfiguration

NODE_KEY = "eidas-node-signing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceProvider:
    """One Member State's service provider; its entity id is the address of its metadata."""

    state: MemberState
    signing: KeyPair
    encryption: KeyPair
    metadata_signing: KeyPair

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
    )


def trusted_node() -> TrustedNode:
    """The node of this deployment; WrongConfiguration when it names none."""
    described = deployment().eidas_node
    if described is None:
        raise WrongConfiguration("This deployment names no eidas_node.")
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
