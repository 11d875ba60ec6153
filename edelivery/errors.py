"""The failures of this package, each under one of the four families."""

from edm.errors import CallerMistake, WrongConfiguration


class UnknownParty(WrongConfiguration):
    """The directory names an access point whose endpoint and certificate this deployment does not know."""


class MessageIdUsed(CallerMistake):
    """A message identifier is used once; the first message keeps it."""


class UnknownLeg(CallerMistake):
    """No leg of the P-Mode carries this service and action."""


class PartnerRefused(CallerMistake):
    """A partner bundle cannot be imported."""
