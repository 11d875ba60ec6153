"""Named points at which a rehearsed accident may happen: the process dies there as kill -9 would end it.

Off unless `OOTS_REHEARSE=True` in a sandbox; then a file `STATE/rehearsal/POINT` is one accident waiting.
"""

import os
import signal
from functools import cache

from django.conf import settings

from deployments.service import deployment, state_folder


@cache
def _is_rehearsing() -> bool:
    return bool(settings.OOTS["REHEARSE"]) and deployment().is_sandbox


def boundary(point: str) -> None:
    """The process reaches `point`, named `effect.before` or `effect.after`."""
    if _is_rehearsing():
        _die_if_waiting(point)


def _die_if_waiting(point: str) -> None:
    accident = state_folder() / "rehearsal" / point
    try:
        accident.unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
