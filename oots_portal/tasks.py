"""The schedule: find in the database whatever was left undone, and forget at night what the law lets us forget."""

import logging
from collections.abc import Callable
from datetime import datetime

from celery import shared_task

import common_services.service
import edelivery.service
import eid_auth.service_provider.service
import evidence_exchange.service
import exchange_log.service
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
            # The outermost edge of the worker: the next sweep tries again, and the jobs page names the package.
            log.exception("sweep_failed package=%s", package_sweep.__module__)
            failed.append(package_sweep.__module__)
    note_failures(failed)


@shared_task
def purge() -> None:
    """Drop log rows and messages whose retention has passed (at least twelve months, Implementing Regulation article 17(4))."""
    now = clock().now()
    log.info("purged log_rows=%s messages=%s", exchange_log.service.purge(now), edelivery.service.purge(now))
