"""Puts our administration in the place of Django's own."""

from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    default_site = "oots_portal.operations.site.Administration"
