"""How staff find an application by its reference; never who it is of, never a document."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from oots_portal.models import Application, DocumentRequest


@admin.register(Application)
class ApplicationAdmin(admin.ModelAdmin[Application]):
    list_display = ("reference", "country", "procedure", "opened_at", "submitted_at", "given_up_at")
    list_filter = ("country", "procedure")
    search_fields = ("reference", "=conversation_id")
    search_help_text = _("Reference or conversation")
    date_hierarchy = "opened_at"
    fields = (*list_display, "conversation_id", "requests")
    readonly_fields = fields

    @admin.display(description=_("requests"))
    def requests(self, application: Application) -> SafeString:
        """Which exchanges the presses of the button opened."""
        asked = DocumentRequest.objects.filter(document__application=application)
        rows = ((request.attempt, request.country, request.classification, request.exchange_id or "–") for request in asked)
        return format_html_join("", "<div>{} · {} · {} · {}</div>", rows)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Application | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Application | None = None) -> bool:
        return False
