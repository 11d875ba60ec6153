"""In which form and language a document is made, of those the request welcomes."""

from dataclasses import dataclass

from edm.messages.evidence_request.message import RequestedDistribution, RequestedEvidenceType
from edm.vocabulary.documents import AssociatedDocument
from edm.vocabulary.media_types import STRUCTURED
from evidence_exchange.sources.base import RegisterService


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One distribution the register can deliver."""

    media_type: str
    language: str
    conforms_to: str | None
    with_readable_version: bool


def choose_form(wanted: RequestedEvidenceType, service: RegisterService) -> Form | None:
    """The first distribution that is held; None when none is (EDM:ERR:0007). The next ones are fallbacks (edm.md 5)."""
    return next((_form(found, service) for found in wanted.distributions if _is_held(found, service)), None)


def _is_held(wanted: RequestedDistribution, service: RegisterService) -> bool:
    if wanted.media_type not in service.media_types:
        return False
    return wanted.media_type not in STRUCTURED or wanted.conforms_to in {None, service.conforms_to}


def _form(wanted: RequestedDistribution, service: RegisterService) -> Form:
    structured = wanted.media_type in STRUCTURED
    return Form(
        media_type=wanted.media_type,
        # A language that is not there is neither an error nor an empty list (exchange-flow 9.5).
        language=next((language for language in wanted.languages if language in service.languages), service.languages[0]),
        conforms_to=service.conforms_to if structured else None,
        with_readable_version=structured and AssociatedDocument.HUMAN_READABLE_VERSION in wanted.associated,
    )
