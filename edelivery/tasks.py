"""The background work of the access point; each task may run twice and the second run is silent."""

from celery import shared_task

from deployments import service as deployments
from edelivery.ports import transport
from edelivery.steps.delivering import deliver_message
from edelivery.steps.sending import send_message


@shared_task
def send(message: str) -> None:
    """Send one message of the outbox, if it is due and nobody else has it."""
    send_message(int(message), transport=transport(), clock=deployments.clock())


@shared_task
def deliver(message: str) -> None:
    """Hand one message of the inbox to its receiver, if nobody did."""
    deliver_message(int(message), clock=deployments.clock())
