"""The door: administration, directories, access point, API, laboratory, health."""

from django.contrib import admin
from django.urls import include, path

from oots_portal.operations import views as operations

urlpatterns = [
    path("", include("oots_portal.language")),
    path("", include("oots_portal.door.urls")),
    path("admin/", admin.site.urls),
    path("as4", include("edelivery.urls")),
    path("eb/", include("evidence_broker.urls")),
    path("dsd/", include("data_service_directory.urls")),
    path("sr/", include("semantic_repository.urls")),
    path("lab/", include("conformance.urls")),
    path("api/", include("oots_portal.api.urls")),
    path("healthz", operations.alive),
    path("readyz", operations.ready),
    path("metrics", operations.metrics),
]
handler400 = "oots_portal.errors.bad_request"
handler403 = "oots_portal.errors.forbidden"
handler404 = "oots_portal.errors.not_found"
handler500 = "oots_portal.errors.server_error"
