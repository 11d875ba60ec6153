"""Writes a UserMessage into eb:Messaging."""

from edelivery.as4.compression import GZIP
from edelivery.as4.header.message_info import MessageInfo, write_message_info
from edelivery.as4.markup import Element, add
from edelivery.as4.messages import AgreementRef, Part, PartyRef, Property, UserMessage
from edelivery.as4.namespaces import eb
from edm.errors import CallerMistake


def write_user_message(messaging: Element, message: UserMessage) -> None:
    """Raises CallerMistake for values that no XML document can hold."""
    try:
        _write_user_message(messaging, message)
    except ValueError as error:
        raise CallerMistake("A value of the message cannot be written into XML.") from error


def _write_user_message(messaging: Element, message: UserMessage) -> None:
    user_message = add(messaging, eb("UserMessage"), attributes={"mpc": message.mpc})
    write_message_info(user_message, MessageInfo(message.timestamp, message.message_id, message.ref_to_message_id))
    party_info = add(user_message, eb("PartyInfo"))
    _write_party(add(party_info, eb("From")), message.sender)
    _write_party(add(party_info, eb("To")), message.receiver)
    _write_collaboration(user_message, message)
    if message.properties:
        _write_properties(add(user_message, eb("MessageProperties")), message.properties)
    if message.parts:
        payload_info = add(user_message, eb("PayloadInfo"))
        for part in message.parts:
            _write_part(payload_info, part)


def _write_party(side: Element, party: PartyRef) -> None:
    add(side, eb("PartyId"), party.id, {"type": party.type})
    add(side, eb("Role"), party.role)


def _write_collaboration(user_message: Element, message: UserMessage) -> None:
    collaboration = add(user_message, eb("CollaborationInfo"))
    if message.agreement is not None:
        _write_agreement(collaboration, message.agreement)
    add(collaboration, eb("Service"), message.service, {"type": message.service_type})
    add(collaboration, eb("Action"), message.action)
    add(collaboration, eb("ConversationId"), message.conversation_id)


def _write_agreement(collaboration: Element, agreement: AgreementRef) -> None:
    add(collaboration, eb("AgreementRef"), agreement.value, {"type": agreement.type, "pmode": agreement.pmode})


def _write_properties(parent: Element, properties: tuple[Property, ...]) -> None:
    for item in properties:
        add(parent, eb("Property"), item.value, {"name": item.name, "type": item.type})


def _write_part(payload_info: Element, part: Part) -> None:
    part_info = add(payload_info, eb("PartInfo"), attributes={"href": f"cid:{part.content_id}"})
    how_it_travels = (Property("CompressionType", GZIP),) if part.compressed else ()
    _write_properties(add(part_info, eb("PartProperties")), (Property("MimeType", part.media_type), *how_it_travels, *part.properties))
