"""Keeps what it is given: for tests of the floors above."""

from edelivery.values import OutboundMessage


class InMemoryGateway:
    def __init__(self) -> None:
        self.outbox: list[OutboundMessage] = []

    def submit(self, message: OutboundMessage) -> None:
        self.outbox.append(message)
