"""The privacy notice and the accessibility statement of a portal."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from oots_portal.procedure.catalogue import procedure_of


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _notice(request, "privacy")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return _notice(request, "accessibility")


def _notice(request: HttpRequest, name: str) -> HttpResponse:
    state = request.origin.member_state  # type: ignore[attr-defined]
    if state is None:
        raise Http404
    if not state.is_requester:
        return redirect(f"preview:{name}")
    return render(request, f"procedure/{name}.html", {"procedure": procedure_of(state), "days_kept": 366})
