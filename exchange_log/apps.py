"""The Django application of the exchange log."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeLogConfig(AppConfig):
    name = "exchange_log"
    verbose_name = _("Exchange log")

    def ready(self) -> None:
        from exchange_log import checks  # noqa: F401  (registers the system checks)
