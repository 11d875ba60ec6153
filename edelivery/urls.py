"""One address for all access points played here; the header says which."""

from django.urls import path

from edelivery.views import receive

app_name = "edelivery"
urlpatterns = [path("", receive, name="as4")]
