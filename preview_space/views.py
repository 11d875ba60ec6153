"""PS1 to PS6: arrive, look, decide, go back; or learn why this link opens nothing."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from deployments.service import clock
from evidence_exchange.provider.service import PreviewView, decide, open_preview, piece_content, way_back
from preview_space.forms import DecisionForm
from preview_space.guarding import for_one_browser
from preview_space.page_images import page_image as draw_page
from preview_space.showing import PDF, shown
from preview_space.thread import Leg, Stop, Thread

UNCHANGED = 204


@require_http_methods(["GET", "HEAD", "POST"])
@for_one_browser
def look_and_decide(request: HttpRequest, token: str, browser_key: str) -> HttpResponse:
    now = clock().now()
    view = open_preview(token, browser_key, now)
    if view.decided:
        return _decided(request, token, browser_key, view)
    form = DecisionForm(request.POST if request.method == "POST" else None, view.pieces)
    if form.is_valid():
        decide(token, browser_key, form.accepted, now)
        return redirect("preview:look", token=token)
    context = _context(request, token, view) | {
        "form": form,
        "pieces": [shown(piece, token, browser_key, form) for piece in view.pieces],
        "time_left": _time_left(request, view, now),
    }
    return render(request, "preview_space/look.html", context)


@require_safe
@for_one_browser
def way_back_news(request: HttpRequest, token: str, browser_key: str) -> HttpResponse:
    """What the decided page asks once a second; silent until the way back is known."""
    address = way_back(token, browser_key)
    if address is None:
        return HttpResponse(status=UNCHANGED)
    view = open_preview(token, browser_key, clock().now())
    return render(request, "preview_space/parts/way_back.html", _way_back_context(request, token, view, address))


@require_safe
@for_one_browser
def original(request: HttpRequest, token: str, browser_key: str, part_id: UUID) -> HttpResponse:
    """The very bytes; as a file, since they are not our page."""
    media_type, content = piece_content(token, browser_key, part_id)
    response = HttpResponse(content, content_type=media_type)
    kind = "inline" if media_type == PDF else "attachment"
    response.headers["Content-Disposition"] = f'{kind}; filename="document"'
    response._csp_replace = {"default-src": ["'none'"], "object-src": ["'self'"]}  # type: ignore[attr-defined]
    return response


@require_safe
@for_one_browser
def page_image(request: HttpRequest, token: str, browser_key: str, part_id: UUID, number: int) -> HttpResponse:
    media_type, content = piece_content(token, browser_key, part_id)
    if media_type != PDF:
        raise Http404
    try:
        return HttpResponse(draw_page(content, number), content_type="image/png")
    except IndexError:
        raise Http404 from None


def _time_left(request: HttpRequest, view: PreviewView, now: datetime) -> timedelta:
    """Until the clock that runs ends; before the second request came, what is left even if it comes this moment."""
    left = view.expires_at - now
    decision: timedelta = request.origin.member_state.provider_timeouts.decision  # type: ignore[attr-defined]
    return left if view.has_way_back else min(left, decision)


def _decided(request: HttpRequest, token: str, browser_key: str, view: PreviewView) -> HttpResponse:
    context = _way_back_context(request, token, view, way_back(token, browser_key))
    return render(request, "preview_space/decided.html", context | {"pieces": view.pieces})


def _way_back_context(request: HttpRequest, token: str, view: PreviewView, address: str | None) -> dict[str, object]:
    host = urlsplit(address).netloc if address else ""
    return _context(request, token, view) | {"way_back": address, "return_host": host}


def _context(request: HttpRequest, token: str, view: PreviewView) -> dict[str, object]:
    return {
        "token": token,
        "view": view,
        "site_authority": {"names": view.provider_names},
        "home": request.path,
        "thread": _thread(view),
        "own_host": request.get_host(),
    }


def _thread(view: PreviewView) -> Thread:
    looking, chosen = (
        Stop(_("Look and decide"), is_done=view.decided, is_here=not view.decided),
        Stop(_("Choice saved"), is_here=view.decided),
    )
    return Thread(
        (
            Leg(view.requester_country, (Stop(_("You asked"), is_done=True),)),
            Leg(view.country, (looking, chosen)),
            Leg(view.requester_country, (Stop(_("Back to your application")),)),
        )
    )
