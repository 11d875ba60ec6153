"""What can go wrong in an exchange, under the four families."""

from enum import StrEnum

from edm.errors import CallerMistake


class UnknownExchange(CallerMistake):
    """There is no such exchange, or no such piece of it."""


class NotNow(CallerMistake):
    """The exchange is in a state in which this cannot be asked."""


class Refusal(StrEnum):
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    OTHER_BROWSER = "other_browser"
    CLOSED = "closed"


class PreviewRefused(CallerMistake):
    """The preview space shows nothing for this link."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason
