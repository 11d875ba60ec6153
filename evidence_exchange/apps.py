from django.apps import AppConfig


class EvidenceExchangeConfig(AppConfig):
    name = "evidence_exchange"
    verbose_name = "Evidence exchanges"
