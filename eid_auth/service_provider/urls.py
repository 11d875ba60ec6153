"""Mounted at /login/ on the origin of each requesting Member State."""

from django.urls import path

from eid_auth.service_provider import views

app_name = "login"
urlpatterns = [
    path("", views.start, name="start"),
    path("acs", views.acs, name="acs"),
    path("metadata", views.metadata, name="metadata"),
]
