"""Messages between the two access points of these tests: Portugal asks, Germany answers."""

from dataclasses import replace
from uuid import UUID, uuid4

from edelivery.as4.messages import UserMessage
from edelivery.as4.packaging import Packed, pack
from edelivery.gateways.own import user_message
from edelivery.legs import leg_for
from edelivery.ports import resolver
from edelivery.values import OutboundMessage, Part
from edm.vocabulary.actions import EXECUTE_QUERY_REQUEST, SERVICE
from edm.vocabulary.parties import ParticipantId, PartyId

PORTUGAL = PartyId("AP_PT_01")
GERMANY = PartyId("AP_DE_01")
EXCHANGE = UUID("5f2c2f57-6a39-4a54-8c62-1e4f6b1b2a01")
UNIVERSITY = ParticipantId("500000001", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:PT")
REGISTER = ParticipantId("DE000000001", "urn:cef.eu:names:identifier:EAS:9930")
REQUEST = Part("9f1c@oots.example", "application/x-ebrs+xml", b"<query:QueryRequest/>\r\n")


def outbound(**changes) -> OutboundMessage:
    facts = {
        "message_id": f"{uuid4()}@pt.example",
        "own_party": PORTUGAL,
        "peer_party": GERMANY,
        "action": EXECUTE_QUERY_REQUEST,
        "conversation_id": UUID(int=11),
        "exchange_id": EXCHANGE,
        "specification": "oots-edm:v2.0",
        "original_sender": UNIVERSITY,
        "final_recipient": REGISTER,
        "parts": (REQUEST,),
    }
    return OutboundMessage(**facts | changes)


def as4_message(now, **changes) -> UserMessage:
    """The request as our protocol library packs it, with anything in its header changed."""
    return replace(user_message(outbound(), leg_for(SERVICE, EXECUTE_QUERY_REQUEST), now), **changes)


def packed(message: UserMessage, *, signer: PartyId = PORTUGAL, recipient: PartyId = GERMANY) -> Packed:
    return pack(message, signer=resolver().own_identity(signer), recipient=resolver().party(recipient).certificate)
