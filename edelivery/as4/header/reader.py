"""Reads a UserMessage out of eb:Messaging, refusing what the schema or the profile does not allow."""

from edelivery.as4.children import Children, exactly, invalid, text_in
from edelivery.as4.errors import VALUE_INCONSISTENT, As4Error
from edelivery.as4.header.message_info import MessageInfo, read_message_info
from edelivery.as4.header.parts import read_part
from edelivery.as4.header.properties import read_properties
from edelivery.as4.markup import Element
from edelivery.as4.messages import DEFAULT_MPC, AgreementRef, Part, PartyRef, Property, UserMessage
from edelivery.as4.namespaces import eb


def read_user_message(user_message: Element) -> UserMessage:
    """The message with its parts described but empty: their content comes out of the signature later."""
    children = Children(user_message)
    info = read_message_info(children.one(eb("MessageInfo")))
    try:
        return _read_after_info(user_message, children, info)
    except As4Error as error:
        error.ref_to_message_id = info.message_id
        raise


def _read_after_info(user_message: Element, children: Children, info: MessageInfo) -> UserMessage:
    sender, receiver = _read_parties(children.one(eb("PartyInfo")))
    collaboration = Children(children.one(eb("CollaborationInfo")))
    agreement = _read_agreement(collaboration.optional(eb("AgreementRef")))
    service = collaboration.one(eb("Service"))
    action, conversation = collaboration.one(eb("Action")), collaboration.one(eb("ConversationId"))
    collaboration.end()
    properties = _read_message_properties(children.optional(eb("MessageProperties")))
    parts = _read_parts(children.optional(eb("PayloadInfo")))
    children.end()
    return UserMessage(
        message_id=info.message_id,
        timestamp=info.timestamp,
        ref_to_message_id=info.ref_to_message_id,
        sender=sender,
        receiver=receiver,
        agreement=agreement,
        service=text_in(service),
        service_type=service.get("type"),
        action=text_in(action),
        conversation_id=text_in(conversation),
        properties=properties,
        parts=parts,
        mpc=user_message.get("mpc", DEFAULT_MPC),
    )


def _read_parties(party_info: Element) -> tuple[PartyRef, PartyRef]:
    sender, receiver = exactly(party_info, eb("From"), eb("To"))
    return _read_party(sender), _read_party(receiver)


def _read_party(side: Element) -> PartyRef:
    identifier, role = exactly(side, eb("PartyId"), eb("Role"))
    return PartyRef(text_in(identifier), identifier.get("type"), text_in(role))


def _read_agreement(agreement: Element | None) -> AgreementRef | None:
    if agreement is None:
        return None
    return AgreementRef(text_in(agreement), agreement.get("type"), agreement.get("pmode"))


def _read_message_properties(parent: Element | None) -> tuple[Property, ...]:
    if parent is None:
        return ()
    properties = read_properties(parent)
    if not properties:
        raise invalid("MessageProperties is empty.")
    return properties


def _read_parts(payload_info: Element | None) -> tuple[Part, ...]:
    if payload_info is None:
        return ()
    children = Children(payload_info)
    parts = tuple(read_part(part_info) for part_info in children.many(eb("PartInfo")))
    children.end()
    if not parts:
        raise invalid("PayloadInfo is empty.")
    if len({part.content_id for part in parts}) != len(parts):
        raise As4Error(VALUE_INCONSISTENT, "Two PartInfo elements name one part.")
    return parts
