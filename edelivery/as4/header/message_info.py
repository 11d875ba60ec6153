"""eb:MessageInfo: when, which message, in answer to which."""

from dataclasses import dataclass
from datetime import datetime

from edelivery.as4.children import Children, invalid, text_in
from edelivery.as4.header.identifiers import MESSAGE_ID
from edelivery.as4.header.moments import read_moment, write_moment
from edelivery.as4.markup import Element
from edelivery.as4.namespaces import eb
from edelivery.as4.writing import element, text


@dataclass(frozen=True, slots=True)
class MessageInfo:
    timestamp: datetime
    message_id: str
    ref_to_message_id: str | None = None


def write_message_info(info: MessageInfo) -> str:
    return element(
        "eb:MessageInfo",
        element("eb:Timestamp", write_moment(info.timestamp)),
        element("eb:MessageId", text(info.message_id)),
        element("eb:RefToMessageId", text(info.ref_to_message_id)) if info.ref_to_message_id is not None else "",
    )


def read_message_info(message_info: Element) -> MessageInfo:
    children = Children(message_info)
    timestamp, message_id = children.one(eb("Timestamp")), children.one(eb("MessageId"))
    ref_to_message_id = children.optional(eb("RefToMessageId"))
    children.end()
    try:
        moment = read_moment(text_in(timestamp))
    except ValueError as error:
        raise invalid("The Timestamp is not a moment.") from error
    return MessageInfo(moment, _identifier(message_id), _identifier(ref_to_message_id) if ref_to_message_id is not None else None)


def _identifier(leaf: Element) -> str:
    value = text_in(leaf)
    if not MESSAGE_ID.fullmatch(value):
        raise invalid("A message identifier is not printable ASCII of at most 255 characters.")
    return value
