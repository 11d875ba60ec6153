"""The login alone on a Member State's origin."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from eid_auth.service_provider import service


def signed_in(request: HttpRequest) -> HttpResponse:
    identity = service.current_identity(request)
    return HttpResponse(identity.person.family_name if identity else "nobody", content_type="text/plain; charset=utf-8")


procedure = ([path("signed-in", signed_in, name="signed_in"), path("", signed_in, name="start")], "procedure")
urlpatterns = [path("", include(procedure)), path("login/", include("eid_auth.service_provider.urls"))]
