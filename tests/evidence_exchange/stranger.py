"""A correspondent who writes what they like: messages that never went through our own senders."""

from dataclasses import replace
from uuid import uuid4

from deployments import service as deployments
from edelivery.service import InboundMessage, OutboundMessage, Part
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_request.writer import write_evidence_request
from edm.vocabulary.actions import EXECUTE_QUERY_REQUEST, SERVICE
from edm.vocabulary.lines import V2_0
from edm.vocabulary.media_types import REGREP_XML
from evidence_exchange.requester.request import first_request
from tests.evidence_exchange.factories import wish

SPECIFICATION = "oots-edm:v2.0"


def state(country: str):
    return deployments.deployment().member_state(country)


def request(now, *arguments, **changes) -> EvidenceRequest:
    """A sound first request from Portugal; `changes` replace its fields."""
    made = first_request(wish(*arguments), line=V2_0, requester=state("PT").requester, request_id=uuid4(), now=now)
    return replace(made, **changes)


def inbound(
    body: bytes | EvidenceRequest, now, *, provider="DE", requester="PT", action=EXECUTE_QUERY_REQUEST, **changes
) -> InboundMessage:
    """`body` in a sound envelope; `changes` replace its fields."""
    content = body if isinstance(body, bytes) else write_evidence_request(body)
    fields = {
        "message_id": f"{uuid4()}@stranger.example",
        "own_party": state(provider).access_point.party,
        "peer_party": state(requester).access_point.party,
        "service": SERVICE,
        "action": action,
        "conversation_id": str(uuid4()),
        "exchange_id": str(uuid4()),
        "specification": SPECIFICATION,
        "original_sender": state(requester).requester.identifier,
        "final_recipient": state(provider).providers[0].identifier,
        "parts": (Part("body@stranger.example", REGREP_XML, content),),
        "sent_at": now,
        "received_at": now,
    } | changes
    properties = {
        "originalSender": fields["original_sender"].value,
        "finalRecipient": fields["final_recipient"].value,
        "ExchangeId": fields["exchange_id"],
        "SpecificationId": fields["specification"],
    }
    return InboundMessage(**({"properties": properties} | fields))


def delivered(message: OutboundMessage, now, **changes) -> InboundMessage:
    """A message of ours as the other side receives it."""
    fields = {
        "message_id": message.message_id,
        "own_party": message.peer_party,
        "peer_party": message.own_party,
        "service": message.service,
        "action": message.action,
        "conversation_id": str(message.conversation_id),
        "exchange_id": str(message.exchange_id),
        "specification": message.specification,
        "original_sender": message.original_sender,
        "final_recipient": message.final_recipient,
        "properties": dict.fromkeys(("originalSender", "finalRecipient", "ExchangeId", "SpecificationId"), ""),
        "parts": message.parts,
        "sent_at": now,
        "received_at": now,
    }
    return InboundMessage(**(fields | changes))
