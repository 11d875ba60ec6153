"""The Django application of the access point."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EdeliveryConfig(AppConfig):
    name = "edelivery"
    verbose_name = _("Access point")
