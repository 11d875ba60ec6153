"""`/sr/<path>`: a page for people, JSON or the schema itself for machines, by `Accept`."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common_services.messages.texts import text_in
from common_services.repository import identifier_of
from semantic_repository.entities import entities_of
from semantic_repository.models import Asset

HTML, JSON, XML, XSD = "text/html", "application/json", "application/xml", "application/xsd+xml"


@require_safe
def assets(request: HttpRequest) -> HttpResponse:
    """What this repository holds."""
    named = [(found, text_in(found.names, _language(request))) for found in Asset.objects.all()]
    return render(request, "semantic_repository/assets.html", {"assets": named})


@require_safe
def asset(request: HttpRequest, path: str) -> HttpResponseBase:
    found = Asset.objects.filter(path=path).first()
    if found is None:
        raise Http404(path)
    offered = [HTML, JSON, XML, XSD] if found.schema else [HTML, JSON]
    wanted = request.get_preferred_type(offered) or HTML
    response = _representation(request, found, wanted)
    response.headers["Vary"] = "Accept"
    return response


def _representation(request: HttpRequest, found: Asset, wanted: str) -> HttpResponse:
    if wanted == JSON:
        return JsonResponse(_facts(found))
    if wanted in {XML, XSD}:
        return HttpResponse(found.schema, content_type=f"{wanted}; charset=utf-8")
    language = _language(request)
    return render(
        request,
        "semantic_repository/asset.html",
        {
            "asset": found,
            "identifier": identifier_of(found.path),
            "name": text_in(found.names, language),
            "description": text_in(found.descriptions, language),
            "entities": entities_of(found.schema),
        },
    )


def _language(request: HttpRequest) -> str:
    return str(getattr(request, "LANGUAGE_CODE", "en"))


def _facts(found: Asset) -> dict[str, Any]:
    return {
        "identifier": identifier_of(found.path),
        "kind": found.kind,
        "owner": found.owner or None,
        "names": found.names,
        "descriptions": found.descriptions,
        "values": [{"code": code, "name": name} for code, name in found.values],
        "has_schema": bool(found.schema),
    }
