"""C13: giving a document oneself, at any time and as good as fetched."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oots_portal.procedure import uploads
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.citizen import Citizen, for_citizen, member_state
from oots_portal.procedure.downloads import download
from oots_portal.procedure.forms import UploadForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_citizen
def upload(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    card = citizen.card(requirement_id)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        uploads.keep(card, form.cleaned_data["file"])
        return redirect("procedure:documents")
    return render(request, "procedure/upload.html", {"procedure": procedure_of(member_state(request)), "card": card, "form": form})


@require_safe
@for_citizen
def uploaded(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    """The file as it was given."""
    kept = citizen.card(requirement_id).upload
    if kept is None:
        raise Http404
    return download(uploads.content_of(kept), media_type=kept.media_type, name=uploads.name_of(kept))


@require_POST
@for_citizen
def remove(request: HttpRequest, citizen: Citizen, requirement_id: UUID) -> HttpResponse:
    uploads.forget(citizen.card(requirement_id))
    return redirect("procedure:documents")
