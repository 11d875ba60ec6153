"""How patient and how strict this access point is; `settings.OOTS` may replace each value."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from django.conf import settings

from edelivery.as4 import errors

# Reference 9.3: repeating the same bytes cannot help.
PERMANENT_ERRORS = frozenset(
    error.code
    for error in (
        errors.VALUE_NOT_RECOGNIZED,
        errors.VALUE_INCONSISTENT,
        errors.MIME_INCONSISTENCY,
        errors.INVALID_HEADER,
        errors.PROCESSING_MODE_MISMATCH,
        errors.FAILED_AUTHENTICATION,
        errors.FAILED_DECRYPTION,
        errors.POLICY_NONCOMPLIANCE,
        errors.DECOMPRESSION_FAILURE,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingPolicy:
    """Retry in the sender's window (reference 10.2): attempts at once, then ever further apart.

    A claim is a lease and not a lock. A worker that dies frees the message after `lease`; one that merely waits for a
    slow partner is overtaken by another, which resends the same bytes: the receiver answers both with the same
    receipt. Every lapse doubles the lease, so that a slow partner is not flooded.
    """

    window: timedelta = timedelta(minutes=12)
    shortest_pause: timedelta = timedelta(seconds=1)
    longest_pause: timedelta = timedelta(seconds=60)
    lease: timedelta = timedelta(seconds=5)
    longest_lease: timedelta = timedelta(seconds=90)
    permanent_errors: frozenset[str] = PERMANENT_ERRORS

    def next_attempt(self, message_id: str, *, started_at: datetime, now: datetime) -> datetime:
        """A third of the time waited so far, give or take a tenth that differs between messages.

        Bound to the age and not to the number of attempts: after an outage the wait is at most a third of the outage.
        """
        pause = min(max((now - started_at) / 3, self.shortest_pause), self.longest_pause)
        return now + pause * (0.9 + crc32(message_id.encode()) % 21 / 100)

    def lease_after(self, lapses: int) -> timedelta:
        return min(self.lease * (1 << min(lapses, 8)), self.longest_lease)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionPolicy:
    """What a verified message must still satisfy (reference 10.4), and how long delivery inside the house is tried."""

    oldest: timedelta = timedelta(days=3)
    furthest_ahead: timedelta = timedelta(minutes=5)
    delivery_window: timedelta = timedelta(minutes=12)
    # A message this young is in the hands of the worker that reception woke.
    delivery_grace: timedelta = timedelta(seconds=2)
    keep_undelivered: timedelta = timedelta(hours=60)


def sending_policy() -> SendingPolicy:
    return SendingPolicy(**settings.OOTS.get("SENDING", {}))


def reception_policy() -> ReceptionPolicy:
    return ReceptionPolicy(**settings.OOTS.get("RECEPTION", {}))


def keep_wire() -> timedelta:
    """How long payloads outlive their delivery: nothing, except where a trace may be taken."""
    return timedelta(seconds=settings.OOTS["KEEP_WIRE_SECONDS"])
