"""Registered so that Django finds this package's tables and tasks."""

from django.apps import AppConfig


class CommonServicesConfig(AppConfig):
    name = "common_services"
    verbose_name = "Common Services"
