"""Moments as the header writes them: UTC with milliseconds, as Domibus does."""

import re
from datetime import UTC, datetime

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)?")


def write_moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_moment(text: str) -> datetime:
    """Raises ValueError; a moment without a zone is UTC, as ebMS prescribes."""
    if not _DATE_TIME.fullmatch(text):
        raise ValueError("not an xs:dateTime")
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
