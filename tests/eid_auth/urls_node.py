"""The mock node alone on its origin."""

from django.urls import include, path

urlpatterns = [path("mock-eidas/", include("eid_auth.mock_node.urls"))]
