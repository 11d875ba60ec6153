"""The one schedule: find in the database whatever a lost wake-up or a killed process left undone."""

import logging
from collections.abc import Callable
from datetime import datetime

from celery import shared_task

import common_services.service
import edelivery.service
import eid_auth.service_provider.service
import evidence_exchange.service
from deployments.service import clock
from oots_portal.operations.heartbeat import beat, note_failures

log = logging.getLogger(__name__)
SWEEPS: tuple[Callable[[datetime], object], ...] = (
    edelivery.service.sweep,
    evidence_exchange.service.sweep,
    common_services.service.sweep,
    eid_auth.service_provider.service.sweep,
)


@shared_task
def sweep() -> None:
    """Each package's sweep in turn; one that fails must not stop the others."""
    beat()
    failed = []
    for package_sweep in SWEEPS:
        try:
            package_sweep(clock().now())
        except Exception:
            log.exception("sweep_failed package=%s", package_sweep.__module__)
            failed.append(package_sweep.__module__)
    note_failures(failed)
