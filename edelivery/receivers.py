"""Who gets what arrives, and who is told what became of what was sent; the floors above register themselves."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from edelivery.values import InboundMessage

Receiver = Callable[[InboundMessage], None]


class DeliveryListener(Protocol):
    """Learns the outcome of a sending, inside the transaction that records it."""

    def acknowledged(self, message_id: str, at: datetime) -> None:
        """The verified receipt of the other access point is kept; may follow `undeliverable`."""
        ...

    def undeliverable(self, message_id: str, reason: str, at: datetime) -> None:
        """We gave up; `reason` begins with an ebMS error code."""
        ...


class Receivers:
    """The registry of one process."""

    def __init__(self) -> None:
        self._receivers: dict[tuple[str, str], Receiver] = {}
        self._listeners: list[DeliveryListener] = []

    def register(self, service: str, action: str, receiver: Receiver) -> None:
        if self._receivers.get((service, action), receiver) is not receiver:
            raise ValueError(f"{service}/{action} has a receiver already")
        self._receivers[(service, action)] = receiver

    def receiver_of(self, service: str, action: str) -> Receiver | None:
        return self._receivers.get((service, action))

    def listen(self, listener: DeliveryListener) -> None:
        if listener not in self._listeners:
            self._listeners.append(listener)

    def acknowledged(self, message_id: str, at: datetime) -> None:
        for listener in self._listeners:
            listener.acknowledged(message_id, at)

    def undeliverable(self, message_id: str, reason: str, at: datetime) -> None:
        for listener in self._listeners:
            listener.undeliverable(message_id, reason, at)


receivers = Receivers()
