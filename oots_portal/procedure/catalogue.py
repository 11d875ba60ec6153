"""The procedures a portal can offer; a Member State's deployment entry says which of them it does."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deployments.model import MemberState


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure of Annex II; `code` is the word of the Procedures list."""

    key: str
    code: str
    title: Promise
    audience: Promise


MASTER_APPLICATION = Procedure(
    key="master-application",
    code="T2",
    title=_("Apply for a master’s degree"),
    audience=_("For everyone who holds a first degree from any country."),
)
PROCEDURES = {procedure.key: procedure for procedure in (MASTER_APPLICATION,)}


def procedure_of(state: MemberState) -> Procedure:
    """The procedure this portal offers. KeyError when the deployment names one we do not know."""
    return PROCEDURES[state.procedures[0]]
