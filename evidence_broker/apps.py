"""Registered so that Django finds this package's tables."""

from django.apps import AppConfig


class EvidenceBrokerConfig(AppConfig):
    name = "evidence_broker"
    verbose_name = "Evidence Broker"
