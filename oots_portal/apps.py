"""The Django application of the roof."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OotsPortalConfig(AppConfig):
    name = "oots_portal"
    verbose_name = _("Procedures of citizens")
