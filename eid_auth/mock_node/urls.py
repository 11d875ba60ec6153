"""Mounted at /mock-eidas/ on the node's own origin, in the sandbox only."""

from django.urls import path

from eid_auth.mock_node import views

app_name = "mock_eidas"
urlpatterns = [
    path("sso", views.sso, name="sso"),
    path("country", views.country, name="country"),
    path("login", views.login, name="login"),
    path("consent", views.consent, name="consent"),
    path("metadata", views.metadata, name="metadata"),
]
