"""Tables of the access point: who its partners are, what it sends, what it received, what was answered."""

from edelivery.models.inbox import InboxMessage, InboxState
from edelivery.models.outbox import OutboxMessage, OutboxState
from edelivery.models.party import Party
from edelivery.models.signal import Signal, SignalKind, Verdict

__all__ = ["InboxMessage", "InboxState", "OutboxMessage", "OutboxState", "Party", "Signal", "SignalKind", "Verdict"]
