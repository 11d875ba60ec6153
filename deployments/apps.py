"""Registered so that Django finds this package's checks and commands."""

from django.apps import AppConfig


class DeploymentsConfig(AppConfig):
    name = "deployments"
