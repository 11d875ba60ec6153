"""Background work: each task only says which step, the database says whether there is something to do."""

from celery import shared_task

from deployments import service as deployments


@shared_task(name="evidence_exchange.send_request")
def send_request(exchange: str) -> None:
    from evidence_exchange.requester.steps import send_request as step

    step.send_request(int(exchange), deployments.clock().now())


@shared_task(name="evidence_exchange.process_request")
def process_request(received: str) -> None:
    from evidence_exchange.provider.steps import process_request as step

    step.process_request(int(received), deployments.clock().now())


@shared_task(name="evidence_exchange.answer_decision")
def answer_decision(preview: str) -> None:
    from evidence_exchange.provider.steps import answer_decision as step

    step.answer_decision(int(preview), deployments.clock().now())
