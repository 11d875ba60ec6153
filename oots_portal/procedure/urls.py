"""The addresses of a procedure portal; every card's pages name its requirement and nothing about the person."""

from django.urls import include, path

from oots_portal.procedure.views import choosing, entry, exchange, hub, notices, outcome, upload

app_name = "procedure"

of_a_document = [
    path("country", choosing.country, name="country"),
    path("which", choosing.which, name="which"),
    path("request", choosing.explicit_request, name="request"),
    path("waiting", exchange.waiting, name="waiting"),
    path("news", exchange.news, name="news"),
    path("leaving", exchange.leaving, name="leaving"),
    path("result", outcome.result, name="result"),
    path("pieces/<uuid:exchange_id>/<uuid:piece_id>", outcome.piece, name="piece"),
    path("pieces/<uuid:exchange_id>/<uuid:piece_id>/remove", outcome.remove, name="remove_piece"),
    path("upload", upload.upload, name="upload"),
    path("uploaded", upload.uploaded, name="uploaded"),
    path("uploaded/remove", upload.remove, name="remove_upload"),
]

urlpatterns = [
    path("", entry.start, name="start"),
    path("what-you-need", entry.checklist, name="checklist"),
    path("sign-in", entry.sign_in, name="sign_in"),
    path("signed-in", entry.signed_in, name="signed_in"),
    path("upload-instead", entry.upload_instead, name="upload_instead"),
    path("sign-out", entry.sign_out, name="sign_out"),
    path("you", hub.you, name="you"),
    path("documents", hub.documents, name="documents"),
    path("documents/<uuid:requirement_id>/", include(of_a_document)),
    path("return/<str:token>", exchange.way_back, name="return"),
    path("check", hub.check, name="check"),
    path("submitted", hub.submitted, name="submitted"),
    path("start-over", hub.start_over, name="start_over"),
    path("privacy", notices.privacy, name="privacy"),
    path("accessibility", notices.accessibility, name="accessibility"),
]
