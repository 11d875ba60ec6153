"""`/sr/<path>`, the path being that of the identifier."""

from django.urls import path

from semantic_repository.views import asset, assets

app_name = "semantic_repository"
urlpatterns = [
    path("", assets, name="assets"),
    path("<path:path>", asset, name="asset"),
]
