"""The one place where a failure becomes a problem document (RFC 9457)."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response

from deployments.service import deployment
from edm.errors import CallerMistake, CorrespondentFault, OotsError, ServiceUnavailable
from oots_portal.api import problem_kinds as kinds
from oots_portal.api.problem_kinds import ProblemKind

MEDIA_TYPE = "application/problem+json"

KIND_OF_STATUS = {
    400: kinds.VALIDATION_FAILED,
    401: kinds.UNAUTHENTICATED,
    403: kinds.FORBIDDEN,
    404: kinds.NOT_FOUND,
    405: kinds.METHOD_NOT_ALLOWED,
    406: kinds.NOT_ACCEPTABLE,
    415: kinds.UNSUPPORTED_MEDIA_TYPE,
    429: kinds.RATE_LIMITED,
}
KIND_OF_FAMILY: dict[type[OotsError], ProblemKind] = {
    CallerMistake: kinds.VALIDATION_FAILED,
    CorrespondentFault: kinds.CORRESPONDENT_FAULT,
    ServiceUnavailable: kinds.GATEWAY_UNAVAILABLE,
}


class Problem(Exception):
    """Raised by a view; carries everything the document says beyond its kind."""

    def __init__(self, kind: ProblemKind, detail: str = "", *, retry_after: int | None = None, **members: object) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.detail = detail
        self.retry_after = retry_after
        self.members = members


def described(kind: ProblemKind, detail: str = "", **members: object) -> dict[str, Any]:
    """The document without what belongs to one HTTP answer: as embedded in the state of an exchange."""
    document: dict[str, Any] = {
        "type": f"{deployment().door}/api/v1/problems/{kind.slug}",
        "title": kind.title,
        "code": kind.code,
        "detail": detail,
        **members,
        "who_can_fix": kind.who_can_fix.value,
        "retryable": kind.retryable,
        "user_message_key": f"problem.{kind.code}",
    }
    return {name: value for name, value in document.items() if value is not None and value != ""}


def answer_failure(failure: Exception, context: Mapping[str, Any]) -> Response | None:
    """Called by the framework for whatever a view raises; what nobody foresaw becomes a 500 outside."""
    path = context["request"].path
    if isinstance(failure, Problem):
        headers = {"Retry-After": str(failure.retry_after)} if failure.retry_after else {}
        return _response(failure.kind, path, failure.detail, headers, failure.members)
    if isinstance(failure, exceptions.ValidationError):
        return _response(kinds.VALIDATION_FAILED, path, members={"errors": _pointers(failure.detail)})
    if isinstance(failure, Http404 | PermissionDenied):
        failure = exceptions.NotFound() if isinstance(failure, Http404) else exceptions.PermissionDenied()
    if isinstance(failure, exceptions.APIException) and failure.status_code in KIND_OF_STATUS:
        return _response(KIND_OF_STATUS[failure.status_code], path, str(failure.detail), _headers_of(failure))
    kind = next((kind for family, kind in KIND_OF_FAMILY.items() if isinstance(failure, family)), None)
    return _response(kind, path, str(failure)) if kind else None


def problem_page(request: HttpRequest, status: int) -> JsonResponse:
    """The document for what fails before or behind the API's own views: no such address, a fault of ours."""
    kind = KIND_OF_STATUS.get(status, kinds.INTERNAL_ERROR)
    document = described(kind) | {"status": status, "instance": request.path}
    return JsonResponse(document, status=status, content_type=MEDIA_TYPE)


def _response(
    kind: ProblemKind,
    path: str,
    detail: str = "",
    headers: Mapping[str, str] | None = None,
    members: Mapping[str, object] | None = None,
) -> Response:
    document = described(kind, detail, **(members or {})) | {"status": kind.status, "instance": path}
    return Response(document, status=kind.status, headers=dict(headers or {}), content_type=MEDIA_TYPE)


def _headers_of(failure: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(failure, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(failure, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return headers


def _pointers(detail: object) -> list[dict[str, str]]:
    """One entry per wrong parameter; only query parameters are read so far."""
    if not isinstance(detail, Mapping):
        return [{"parameter": "", "detail": str(detail)}]
    return [{"parameter": str(name), "detail": " ".join(map(str, texts))} for name, texts in detail.items()]
