"""Is this package set up to run? Asked at every start."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from deployments import service as deployments
from evidence_exchange.sources.registers import SANDBOX


@register()
def invented_people_stay_in_the_sandbox(**_: object) -> list[CheckMessage]:
    """The sandbox's registers hold people nobody is: no real request may be matched against them."""
    deployment = deployments.deployment()
    provides = any(state.is_provider for state in deployment.member_states)
    if deployment.is_sandbox or not provides or settings.OOTS.get("REGISTERS", SANDBOX) != SANDBOX:
        return []
    return [
        Error(
            "The providers of this deployment have no registers: OOTS['REGISTERS'] names those of the sandbox.",
            hint="Name an adapter of evidence_exchange.sources.base.Registers; see docs/operations.md.",
            id="evidence_exchange.E001",
        )
    ]
