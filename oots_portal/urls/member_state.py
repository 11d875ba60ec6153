"""A Member State's own origin: its procedure portal and its preview space."""

from django.urls import include, path

from oots_portal.operations import views as operations

urlpatterns = [
    path("", include("oots_portal.language")),
    path("", include("oots_portal.procedure.urls")),
    path("login/", include("eid_auth.service_provider.urls")),
    path("preview/", include("preview_space.urls")),
    path("healthz", operations.alive),
]
handler400 = "oots_portal.errors.bad_request"
handler403 = "oots_portal.errors.forbidden"
handler404 = "oots_portal.errors.not_found"
handler500 = "oots_portal.errors.server_error"
