"""Reads whatever answers a request: its status says what it is (EDM reference 2)."""

from edm.messages.evidence_error.message import EvidenceError
from edm.messages.evidence_error.reader import evidence_error_of
from edm.messages.evidence_error.slots import FAILURE
from edm.messages.evidence_response.message import EvidenceResponse
from edm.messages.evidence_response.reader import evidence_response_of
from edm.regrep.namespaces import Element
from edm.regrep.parsing import parse
from edm.regrep.values import cleaned


def read_answer(content: bytes) -> EvidenceResponse | EvidenceError:
    return answer_of(parse(content))


def answer_of(document: Element) -> EvidenceResponse | EvidenceError:
    if cleaned(document.get("status")) == FAILURE:
        return evidence_error_of(document)
    return evidence_response_of(document)
