"""Hears from our access point what became of the messages of both sides."""

from datetime import datetime

from evidence_exchange.models import ReceivedRequest, SentRequest
from evidence_exchange.provider.steps import learn_outcome as answering
from evidence_exchange.requester.steps import learn_outcome as asking


class Deliveries:
    """A delivery listener; each call stands in the transaction that records the outcome."""

    def acknowledged(self, message_id: str, at: datetime) -> None:
        if sent := _sent(message_id):
            asking.receive_receipt(sent, at)
        elif received := _answered(message_id):
            answering.receive_receipt(received, at)

    def undeliverable(self, message_id: str, reason: str, at: datetime) -> None:
        if sent := _sent(message_id):
            asking.give_up_sending(sent.exchange, sent, reason, at)
        elif received := _answered(message_id):
            answering.give_up_answering(received, reason, at)


def _sent(message_id: str) -> SentRequest | None:
    return SentRequest.objects.select_related("exchange").filter(message_id=message_id).first()


def _answered(message_id: str) -> ReceivedRequest | None:
    return ReceivedRequest.objects.select_related("exchange").filter(answer_message_id=message_id).first()
