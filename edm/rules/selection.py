"""Which rules a message is held to: what it is, and the line it announces (EDM reference 10)."""

from enum import StrEnum

from edm.errors import CorrespondentFault
from edm.regrep.namespaces import EB, QUERY, Element, named
from edm.regrep.values import cleaned
from edm.rules.book import RuleBook
from edm.rules.ebms_header import ebms_header_rules
from edm.rules.evidence_error import evidence_error_rules
from edm.rules.evidence_error.paths import FAILURE
from edm.rules.evidence_request import evidence_request_rules
from edm.rules.evidence_response import evidence_response_rules
from edm.vocabulary.lines import V2_0, EdmLine, known_line


class MessageKind(StrEnum):
    REQUEST = "request"
    RESPONSE = "response"
    ERROR = "error"
    HEADER = "header"


BOOKS = {
    (MessageKind.REQUEST, V2_0): evidence_request_rules,
    (MessageKind.RESPONSE, V2_0): evidence_response_rules,
    (MessageKind.ERROR, V2_0): evidence_error_rules,
    (MessageKind.HEADER, V2_0): ebms_header_rules,
}


def select(kind: MessageKind, line: EdmLine) -> RuleBook:
    """The rules of one kind of message on one line; a fault that names the line when it has none here."""
    book = BOOKS.get((kind, line))
    if book is None:
        raise CorrespondentFault(f"The rules of {line.specification} are not among those implemented.")
    return book


def kind_of(document: Element) -> MessageKind | None:
    """None for a document that is no message of an exchange."""
    if document.tag == f"{{{QUERY}}}QueryRequest":
        return MessageKind.REQUEST
    if document.tag == f"{{{QUERY}}}QueryResponse":
        return MessageKind.ERROR if cleaned(document.get("status")) == FAILURE else MessageKind.RESPONSE
    if next(document.iter(f"{{{EB}}}UserMessage"), None) is not None:
        return MessageKind.HEADER
    return None


def line_of(document: Element) -> EdmLine:
    """What body or header announces; 2.0 when that is nothing readable, so that a refusal has a line to be written in."""
    for value in document.iterfind(f"{named('rim:Slot')}[@name='SpecificationIdentifier']/*/{named('rim:Value')}"):
        return known_line(cleaned(value.text)) or V2_0
    for announced in document.iterfind(f".//{named('eb:Property')}[@name='SpecificationId']"):
        return known_line(cleaned(announced.text)) or V2_0
    return V2_0
