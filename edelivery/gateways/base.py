"""The gateway port."""

from typing import Protocol

from edelivery.values import OutboundMessage


class Gateway(Protocol):
    """Our corner of the eDelivery network."""

    def submit(self, message: OutboundMessage) -> None:
        """Take responsibility for a message, in the caller's transaction.

        Raises WrongConfiguration (unknown access point) or CallerMistake (identifier used, no such leg).
        """
        ...
