"""Where the node itself is found."""

from deployments.service import deployment
from edm.errors import WrongConfiguration


def origin() -> str:
    described = deployment().eidas_node
    if described is None:
        raise WrongConfiguration("This deployment names no eidas_node.")
    return described.origin


def entity_id() -> str:
    return f"{origin()}/mock-eidas/metadata"


def sso_address() -> str:
    return f"{origin()}/mock-eidas/sso"


def enabled_countries() -> tuple[str, ...]:
    """The countries whose people may log in here, in OOTS codes."""
    described = deployment().eidas_node
    return described.countries if described else ()


def on_the_wire(country: str) -> str:
    """eIDAS writes ISO codes: the Greece of every OOTS list is GR here."""
    return "GR" if country == "EL" else country


def from_the_wire(code: str) -> str:
    return "EL" if code == "GR" else code
