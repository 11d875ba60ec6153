"""The front door of the access point.

Floors above submit messages and register who receives; nobody above sees a row. What is wanted stands in the database
before anything happens, and `sweep` finds what was missed.
"""

from datetime import datetime
from uuid import UUID

from edelivery import backlog as counting
from edelivery import sweeping, tracing
from edelivery.backlog import Backlog
from edelivery.ports import gateway, resolver
from edelivery.receivers import DeliveryListener, Receiver, receivers
from edelivery.values import InboundMessage, MessageSummary, OutboundMessage, Part, Wire
from edm.vocabulary.parties import PartyId

__all__ = [
    "Backlog",
    "DeliveryListener",
    "InboundMessage",
    "MessageSummary",
    "OutboundMessage",
    "Part",
    "Receiver",
    "Wire",
    "backlog",
    "exchanges_of_message",
    "is_known_party",
    "message_counts",
    "messages_of_exchange",
    "preview_hosts",
    "purge",
    "register_delivery_listener",
    "register_receiver",
    "submit",
    "sweep",
    "wire",
    "wires_of_exchange",
]


def submit(message: OutboundMessage) -> None:
    """Hand a message over, in the caller's transaction; it leaves after the commit.

    Raises WrongConfiguration when one of the two access points is not known here, CallerMistake when the message
    identifier was used before.
    """
    gateway().submit(message)


def register_receiver(service: str, action: str, receiver: Receiver) -> None:
    """`receiver` gets every message of this service and action, once, inside the transaction that marks it delivered."""
    receivers.register(service, action, receiver)


def register_delivery_listener(listener: DeliveryListener) -> None:
    """`listener` is told what became of every message sent, inside the transaction that records it."""
    receivers.listen(listener)


def is_known_party(party: PartyId) -> bool:
    """Can a message be sent to this access point: is its endpoint and certificate known here?"""
    return resolver().party(party) is not None


def preview_hosts(party: PartyId) -> frozenset[str]:
    """The hosts (`host`, or `host:port` where the port is not 443) on which this access point's previews may lie."""
    known = resolver().party(party)
    return known.preview_hosts if known else frozenset()


def sweep(now: datetime) -> None:
    """Wake what is due: sendings to retry or whose worker died, messages not delivered yet, payloads to wipe."""
    sweeping.sweep(now)


def purge(now: datetime) -> int:
    """Drop messages whose retention has passed and say how many."""
    return sweeping.purge(now)


def messages_of_exchange(exchange_id: UUID | str) -> tuple[MessageSummary, ...]:
    """Every message of an exchange this deployment sent or received, oldest first, without payloads."""
    return tracing.messages_of_exchange(str(exchange_id))


def exchanges_of_message(message_id: str) -> frozenset[str]:
    """The exchanges to which messages belong whose identifier contains `message_id`."""
    return tracing.exchanges_of_message(message_id)


def backlog(now: datetime) -> Backlog:
    """What is left to send and to deliver, and what never will be: for the page of the jobs."""
    return counting.backlog(now)


def message_counts() -> tuple[tuple[str, str, int], ...]:
    """How many messages there are by direction and state: for the figures of operations."""
    return tracing.message_counts()


def wire(message_id: str) -> Wire | None:
    """A message exactly as it travelled, while it is kept. Raises WrongConfiguration outside the sandbox."""
    return tracing.wire(message_id)


def wires_of_exchange(exchange_id: UUID | str) -> tuple[Wire, ...]:
    """Every message of an exchange exactly as it travelled, oldest first. Raises WrongConfiguration outside the sandbox."""
    return tracing.wires_of_exchange(str(exchange_id))
