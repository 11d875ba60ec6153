"""P1: header, line, rules and replay, in the order of edm.md 7.5 (checks 1 to 3)."""

from edm.errors import CorrespondentFault
from edm.messages.announcement import refuse_if_header_differs
from edm.messages.evidence_request import slots
from edm.messages.evidence_request.correspondent import read_correspondent
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_request.reader import evidence_request_of
from edm.regrep.namespaces import Element
from edm.regrep.parsing import parse
from edm.regrep.reading import Slots
from edm.rules import evidence_request_rules
from edm.vocabulary.lines import known_line
from evidence_exchange.models import ReceivedRequest
from evidence_exchange.provider.refusals import Unanswerable, invalid, refused_by_rule

REPLAYED = "request id used before"
# Enough to find the fault; the whole list is a matter for the conformance lab.
MOST_RULES = 10


def validate_request(received: ReceivedRequest, content: bytes) -> EvidenceRequest:
    """The request as a value. Raises Refused, or Unanswerable where nobody could be addressed."""
    try:
        document = parse(content)
    except CorrespondentFault as fault:
        raise refused_by_rule(fault) from fault
    if read_correspondent(content).requester is None:
        raise Unanswerable("requester_unreadable")
    _refuse_broken_header(received, document)
    request = _read(document)
    if not received.is_original:
        raise invalid(REPLAYED)
    return request


def _refuse_broken_header(received: ReceivedRequest, document: Element) -> None:
    if received.broken_header_rules:
        raise invalid(", ".join(received.broken_header_rules))
    line = known_line(_announced_in_body(document))
    if line is None:
        return  # The rules say which one it breaks.
    try:
        refuse_if_header_differs(received.specification or None, line)
    except CorrespondentFault as fault:
        raise refused_by_rule(fault) from fault


def _announced_in_body(document: Element) -> str:
    try:
        return Slots(document).text(slots.SPECIFICATION_IDENTIFIER)
    except CorrespondentFault:
        return ""


def _read(document: Element) -> EvidenceRequest:
    broken = sorted(evidence_request_rules.examine(document).broken_rules)
    if broken:
        raise invalid(", ".join(broken[:MOST_RULES]))
    try:
        return evidence_request_of(document)
    except CorrespondentFault as fault:
        raise refused_by_rule(fault) from fault
