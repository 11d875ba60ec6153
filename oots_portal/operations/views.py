"""`/healthz`, `/readyz`, `/metrics`."""

import hmac
import shutil

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from deployments.service import clock, state_folder
from oots_portal.operations import figures
from oots_portal.operations.heartbeat import is_silent

LEAST_FREE_BYTES = 200 * 1024 * 1024


@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    """Everything a citizen's request needs is there; 503 names what is not."""
    checks = {"database": _database_answers(), "worker": not is_silent(clock().now()), "disk": _disk_has_room()}
    answer = JsonResponse({"ready": all(checks.values()), "checks": checks}, status=200 if all(checks.values()) else 503)
    # Whoever asks is told; a start that asks until it is ready would fill the log with errors.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text, for loopback or with the token."""
    if not _may_read_metrics(request):
        return HttpResponse("Metrics are for this machine or for holders of the token.\n", status=403, content_type="text/plain")
    return HttpResponse(figures.as_prometheus(), content_type="text/plain; version=0.0.4")


def _may_read_metrics(request: HttpRequest) -> bool:
    token = settings.OOTS["METRICS_TOKEN"]
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token:
        return hmac.compare_digest(given.encode(), token.encode())
    return request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"} and "HTTP_X_FORWARDED_FOR" not in request.META


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _disk_has_room() -> bool:
    return shutil.disk_usage(state_folder()).free > LEAST_FREE_BYTES
