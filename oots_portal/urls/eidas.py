"""The eIDAS node of the sandbox."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [path("", include("oots_portal.language"))]
if settings.DEPLOYMENT.is_sandbox:
    urlpatterns += [path("mock-eidas/", include("eid_auth.mock_node.urls"))]
handler400 = "oots_portal.errors.bad_request"
handler403 = "oots_portal.errors.forbidden"
handler404 = "oots_portal.errors.not_found"
handler500 = "oots_portal.errors.server_error"
