"""The worker's sign of life: a file in the state folder that every sweep touches."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from deployments.service import deployment, state_folder

PATIENCE = 5


def _file() -> Path:
    return state_folder() / "heartbeat"


def beat() -> None:
    _file().touch()


def is_silent(now: datetime) -> bool:
    """True when worker or beat have not swept for several intervals."""
    limit = max(deployment().sweep_interval * PATIENCE, timedelta(seconds=15))
    try:
        last = datetime.fromtimestamp(_file().stat().st_mtime, UTC)
    except FileNotFoundError:
        return True
    return now - last > limit
