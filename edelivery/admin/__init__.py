"""How staff see the access point: parties, messages, digests, receipts and verdicts; nothing is changed here, no payload shown."""

from edelivery.admin import messages, parties

__all__ = ["messages", "parties"]
