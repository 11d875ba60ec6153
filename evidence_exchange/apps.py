"""The Django application of the evidence exchange: it registers who receives what."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvidenceExchangeConfig(AppConfig):
    name = "evidence_exchange"
    verbose_name = _("Evidence exchanges")

    def ready(self) -> None:
        from edelivery import service as edelivery
        from edm.vocabulary import actions
        from evidence_exchange import checks  # noqa: F401  (registers the system checks)
        from evidence_exchange.deliveries import Deliveries
        from evidence_exchange.provider.steps.receive_request import receive_request
        from evidence_exchange.requester.steps.receive_answer import receive_answer

        edelivery.register_receiver(actions.SERVICE, actions.EXECUTE_QUERY_REQUEST, receive_request)
        edelivery.register_receiver(actions.SERVICE, actions.EXECUTE_QUERY_RESPONSE, receive_answer)
        edelivery.register_receiver(actions.SERVICE, actions.EXCEPTION_RESPONSE, receive_answer)
        edelivery.register_delivery_listener(Deliveries())
