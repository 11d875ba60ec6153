"""How a committed fact wakes the work it calls for.

The database says what is to be done; a lost wake-up costs one sweep interval and nothing else.
"""

import logging
from typing import Any

from celery import Task, current_task
from django.db import transaction

log = logging.getLogger(__name__)


def wake(task: "Task[Any, Any]", *arguments: str) -> None:
    """After the commit, run `task`: at once where a worker already runs, through the broker elsewhere."""
    transaction.on_commit(lambda: _run(task, arguments), robust=True)


def _run(task: "Task[Any, Any]", arguments: tuple[str, ...]) -> None:
    if current_task:
        task(*arguments)
    else:
        task.delay(*arguments)
