"""Registered so that Django finds this package's tables."""

from django.apps import AppConfig


class DataServiceDirectoryConfig(AppConfig):
    name = "data_service_directory"
    verbose_name = "Data Service Directory"
