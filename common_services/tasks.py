"""Fetching as background work."""

from celery import shared_task

from common_services import service


@shared_task(name="common_services.tasks.fetch")
def fetch(question: str) -> None:
    service.fetch(int(question))
