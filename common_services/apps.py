"""Registered so that Django finds this package's tables and tasks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommonServicesConfig(AppConfig):
    name = "common_services"
    verbose_name = _("Questions to directories")
