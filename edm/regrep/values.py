"""Values as they stand in a document: cleaned texts, moments, days, identifiers (EDM reference 1.3)."""

import re
from datetime import UTC, date, datetime
from uuid import UUID

from edm.errors import CorrespondentFault

_UUID = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"
UUID_PATTERN = re.compile(_UUID)
URN_PATTERN = re.compile(f"urn:uuid:{_UUID}")
DATE_PATTERN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT_PATTERN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")

# The official preview sample ends its severity with U+007F: control characters go the way of blanks.
_CONTROLS = "".join(map(chr, [*range(0x21), *range(0x7F, 0xA1)]))


def cleaned(text: str | None) -> str:
    """Without the blanks and control characters around it."""
    return (text or "").strip(_CONTROLS)


def read_uuid(text: str, *, rule: str | None = None) -> UUID:
    if not UUID_PATTERN.fullmatch(text):
        raise CorrespondentFault("An identifier is not a UUID.", rule=rule)
    return UUID(text)


def read_urn(text: str, *, rule: str | None = None) -> UUID:
    if not URN_PATTERN.fullmatch(text):
        raise CorrespondentFault("An identifier is not urn:uuid: followed by a UUID.", rule=rule)
    return UUID(text)


def read_date(text: str, *, rule: str | None = None) -> date:
    try:
        if DATE_PATTERN.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise CorrespondentFault("A date is not a day of the calendar written YYYY-MM-DD.", rule=rule)


def read_moment(text: str, *, rule: str | None = None) -> datetime:
    """Aware and in UTC; a moment without offset is taken as UTC."""
    try:
        if MOMENT_PATTERN.match(text):
            moment = datetime.fromisoformat(text)
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise CorrespondentFault("A moment is not written YYYY-MM-DDThh:mm:ss.", rule=rule)


def read_boolean(text: str, *, rule: str | None = None) -> bool:
    if text in {"true", "1"}:
        return True
    if text in {"false", "0"}:
        return False
    raise CorrespondentFault("A value is neither true nor false.", rule=rule)


def moment_text(moment: datetime) -> str:
    """In UTC with Z, to the millisecond unless the moment is finer."""
    precision = "microseconds" if moment.microsecond % 1000 else "milliseconds"
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=precision) + "Z"
