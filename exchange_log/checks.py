"""What the settings must grant the log before this installation may start."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

TWELVE_MONTHS = 365


@register
def keeps_the_log_for_twelve_months(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Implementing Regulation, Article 17(4): twelve months are a floor."""
    if settings.OOTS["LOG_RETENTION_DAYS"] >= TWELVE_MONTHS:
        return []
    return [Error("LOG_RETENTION_DAYS is below the twelve months of Article 17(4).", id="exchange_log.E001")]
