"""The published rules on an answer that reached us: which fatal ones it breaks."""

from edelivery.service import InboundMessage
from edm.errors import CorrespondentFault
from edm.messages.announcement import refuse_if_header_differs
from edm.messages.answers import answer_of
from edm.messages.evidence_error.message import EvidenceError
from edm.messages.evidence_response.attachments import refuse_unless_complete
from edm.messages.evidence_response.message import EvidenceResponse
from edm.regrep.namespaces import Element
from edm.regrep.parsing import parse
from edm.rules import evidence_error_rules, evidence_response_rules
from edm.vocabulary.actions import EXCEPTION_RESPONSE
from evidence_exchange.inbound import body_of

Answer = EvidenceResponse | EvidenceError


def examine_answer(inbound: InboundMessage) -> tuple[Answer | None, str]:
    """The answer, where it can be read, and what is wrong with it; empty when nothing is."""
    try:
        document = parse(body_of(inbound))
        answer = answer_of(document)
    except CorrespondentFault as fault:
        return None, fault.rule or str(fault)
    try:
        _refuse_mismatch(answer, inbound)
    except CorrespondentFault as fault:
        return answer, fault.rule or str(fault)
    return answer, ", ".join(sorted(_broken_rules(answer, document)))


def _broken_rules(answer: Answer, document: Element) -> frozenset[str]:
    rules = evidence_error_rules if isinstance(answer, EvidenceError) else evidence_response_rules
    return rules.examine(document).broken_rules


def _refuse_mismatch(answer: Answer, inbound: InboundMessage) -> None:
    """Header and body, action and content, body and attachments belong together."""
    refuse_if_header_differs(inbound.specification, answer.line)
    if isinstance(answer, EvidenceError) is not (inbound.action == EXCEPTION_RESPONSE):
        raise CorrespondentFault("The action does not fit the answer.", rule="R-EDM-ebMS-006")
    if isinstance(answer, EvidenceResponse):
        refuse_unless_complete(answer, (part.content_id for part in inbound.parts[1:]))
