"""Registers the login with Django."""

from django.apps import AppConfig


class ServiceProviderConfig(AppConfig):
    name = "eid_auth.service_provider"
    label = "service_provider"
    verbose_name = "eIDAS login"

    def ready(self) -> None:
        from eid_auth.service_provider import checks  # noqa: F401  (registers the system checks)
