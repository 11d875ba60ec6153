"""The log as staff see it: events and identifiers, never a person or a message."""

from django.contrib import admin
from django.http import HttpRequest

from exchange_log.models import LogEntry

SEALED = ("sealed_body", "sealed_subject", "subject_index")


@admin.register(LogEntry)
class LogEntryAdmin(admin.ModelAdmin[LogEntry]):
    list_display = ("at", "event", "side", "authority_id", "peer_country", "exchange_id", "message_id", "error_code")
    list_filter = ("event", "side", "authority_id", "peer_country")
    search_fields = ("exchange_id", "conversation_id", "request_id", "response_id", "message_id")
    date_hierarchy = "at"
    exclude = SEALED
    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return False
