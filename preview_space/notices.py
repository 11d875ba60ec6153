"""The privacy notice and the accessibility statement of the preview space."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from preview_space.guarding import private


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _notice(request, "privacy")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return _notice(request, "accessibility")


def _notice(request: HttpRequest, name: str) -> HttpResponse:
    state = request.origin.member_state  # type: ignore[attr-defined]
    if state is None or not state.is_provider:
        raise Http404
    return private(render(request, f"preview_space/{name}.html", {"site_authority": state.providers[0]}))
