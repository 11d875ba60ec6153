"""One bad row must not stop the others (exchange-flow 8)."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import models

log = logging.getLogger(__name__)
Row = TypeVar("Row", bound=models.Model)


def each_alone(rows: models.QuerySet[Row], move_on: Callable[[Row], object]) -> None:
    for row in rows:
        try:
            move_on(row)
        except Exception:
            log.exception("sweep_failed table=%s row=%s", row._meta.label_lower, row.pk)
