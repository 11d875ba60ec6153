"""The schema, the page that shows it, and what the problem types mean."""

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiJsonRenderer2
from drf_spectacular.utils import extend_schema, inline_serializer
from drf_spectacular.views import SpectacularAPIView
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from oots_portal.api import problem_kinds as kinds
from oots_portal.api.documented import META
from oots_portal.api.problems import Problem, problem_page


class SchemaView(SpectacularAPIView):
    """The description of this API for machines (OpenAPI 3.1)."""

    renderer_classes = [OpenApiJsonRenderer2, OpenApiJsonRenderer]


# Swagger UI draws its arrows as data: images; nothing else is loosened.
@csp_update({"img-src": ["data:"]})
@csrf_exempt  # otherwise a POST would be told about cookies instead of methods
def docs(request: HttpRequest) -> HttpResponse:
    if request.method not in {"GET", "HEAD"}:
        refusal = problem_page(request, 405)
        refusal.headers["Allow"] = "GET, HEAD"
        return refusal
    return render(request, "api/docs.html")


class ProblemTypeView(APIView):
    @extend_schema(
        tags=META,
        operation_id="problem_type",
        responses=inline_serializer(
            "ProblemType",
            {
                "code": serializers.CharField(),
                "title": serializers.CharField(),
                "status": serializers.IntegerField(allow_null=True),
                "who_can_fix": serializers.CharField(),
                "retryable": serializers.BooleanField(),
            },
        ),
    )
    def get(self, request: Request, slug: str) -> Response:
        """What a problem type means, who can fix it, and whether trying again helps."""
        kind = kinds.KINDS.get(slug)
        if kind is None:
            raise Problem(kinds.NOT_FOUND, "There is no such problem type.")
        return Response(
            {
                "code": kind.code,
                "title": kind.title,
                "status": kind.status or None,
                "who_can_fix": kind.who_can_fix.value,
                "retryable": kind.retryable,
            }
        )
