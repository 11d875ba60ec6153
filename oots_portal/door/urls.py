from django.urls import path

from oots_portal.door import views

app_name = "door"
urlpatterns = [
    path("", views.start, name="start"),
    path("privacy", views.privacy, name="privacy"),
    path("accessibility", views.accessibility, name="accessibility"),
]
