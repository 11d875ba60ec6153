"""The worker's sign of life: a file in the state folder that every sweep touches, with the names of what failed in it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deployments.service import deployment, state_folder

PATIENCE = 5


def _file() -> Path:
    return state_folder() / "heartbeat"


def beat() -> None:
    _file().touch()


def note_failures(failed: Sequence[str]) -> None:
    """Which packages the sweep could not finish; an empty file says that all went well."""
    _file().write_text("\n".join(failed), encoding="utf-8")


def last_failures() -> tuple[str, ...]:
    try:
        return tuple(_file().read_text(encoding="utf-8").split())
    except FileNotFoundError:
        return ()


def last_sweep() -> datetime | None:
    try:
        return datetime.fromtimestamp(_file().stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def is_silent(now: datetime) -> bool:
    """True when worker or beat have not swept for several intervals."""
    limit = max(deployment().sweep_interval * PATIENCE, timedelta(seconds=15))
    last = last_sweep()
    return last is None or now - last > limit
