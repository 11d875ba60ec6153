"""What this installation is, and where its parts are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from deployments.service import deployment


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    states = deployment().member_states
    context = {
        "portals": [state for state in states if state.is_requester],
        "providers": [state for state in states if state.is_provider],
        "is_sandbox": deployment().is_sandbox,
    }
    return render(request, "door/start.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "door/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "door/accessibility.html")
