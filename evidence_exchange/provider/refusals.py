"""How the answering side stops: with an evidence error, or with silence."""

from edm.errors import CorrespondentFault, OotsError
from edm.vocabulary.exceptions import INVALID_REQUEST, EdmException


class Refused(OotsError):
    """The request is answered with an evidence error; `detail` names the rule, never a person."""

    def __init__(self, exception: EdmException, detail: str = "") -> None:
        super().__init__(f"{exception.code} {detail}")
        self.exception = exception
        self.detail = detail


class Unanswerable(OotsError):
    """No conformant answer can be built: the request is logged only (edm.md 7.5)."""


class Superseded(OotsError):
    """Somebody else moved on first; whatever was begun is rolled back."""


def invalid(detail: str) -> Refused:
    return Refused(INVALID_REQUEST, detail)


def refused_by_rule(fault: CorrespondentFault) -> Refused:
    return invalid(fault.rule or str(fault))
