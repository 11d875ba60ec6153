"""What every page knows about where it stands."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def origin(request: HttpRequest) -> dict[str, Any]:
    return {"origin": getattr(request, "origin", None), "deployment": settings.DEPLOYMENT}
