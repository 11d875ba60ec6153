"""Writes a UserMessage as eb:UserMessage."""

from edelivery.as4.compression import GZIP
from edelivery.as4.header.message_info import MessageInfo, write_message_info
from edelivery.as4.messages import AgreementRef, Part, PartyRef, Property, UserMessage
from edelivery.as4.writing import element, text


def write_user_message(message: UserMessage) -> str:
    return element(
        "eb:UserMessage",
        write_message_info(MessageInfo(message.timestamp, message.message_id, message.ref_to_message_id)),
        element("eb:PartyInfo", _party("eb:From", message.sender), _party("eb:To", message.receiver)),
        _collaboration(message),
        _properties("eb:MessageProperties", message.properties) if message.properties else "",
        element("eb:PayloadInfo", *map(_part, message.parts)) if message.parts else "",
        mpc=message.mpc,
    )


def _party(side: str, party: PartyRef) -> str:
    return element(side, element("eb:PartyId", text(party.id), type=party.type), element("eb:Role", text(party.role)))


def _collaboration(message: UserMessage) -> str:
    return element(
        "eb:CollaborationInfo",
        _agreement(message.agreement) if message.agreement is not None else "",
        element("eb:Service", text(message.service), type=message.service_type),
        element("eb:Action", text(message.action)),
        element("eb:ConversationId", text(message.conversation_id)),
    )


def _agreement(agreement: AgreementRef) -> str:
    return element("eb:AgreementRef", text(agreement.value), type=agreement.type, pmode=agreement.pmode)


def _properties(parent: str, properties: tuple[Property, ...]) -> str:
    return element(parent, *(element("eb:Property", text(item.value), name=item.name, type=item.type) for item in properties))


def _part(part: Part) -> str:
    how_it_travels = (Property("CompressionType", GZIP),) if part.compressed else ()
    properties = (Property("MimeType", part.media_type), *how_it_travels, *part.properties)
    return element("eb:PartInfo", _properties("eb:PartProperties", properties), href=f"cid:{part.content_id}")
