"""Handing a stored document to its owner: as a file, never shown as part of our pages."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def download(content: bytes, *, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    # Foreign bytes may be anything a browser can run: no script, no frame, no form, whatever they claim to be.
    response._csp_replace = {"default-src": ["'none'"], "sandbox": [""]}  # type: ignore[attr-defined]
    return response
