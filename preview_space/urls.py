"""Everything of one preview lies under its token; the two notices come first, a token is never that short."""

from django.urls import path

from preview_space import notices, views

app_name = "preview"
urlpatterns = [
    path("privacy", notices.privacy, name="privacy"),
    path("accessibility", notices.accessibility, name="accessibility"),
    path("<str:token>", views.look_and_decide, name="look"),
    path("<str:token>/way-back", views.way_back_news, name="way_back"),
    path("<str:token>/documents/<uuid:part_id>", views.original, name="original"),
    path("<str:token>/documents/<uuid:part_id>/<int:number>.png", views.page_image, name="page_image"),
]
