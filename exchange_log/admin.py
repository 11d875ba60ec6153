"""The log as staff see it: events and identifiers, never a person or a message."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from deployments.staff_pages import NOTHING, NamedValuesFilter, ReadOnlyAdmin, found_in, moment, tabulated
from exchange_log.models import LogEntry

FACT = ("event", "time", "side", "instance", "authority_id", "authority_scheme", "error_code", "error_detail", "decision", "particulars")
MARKS = ("exchange", "conversation_id", "request_id", "response_id", "message_id", "messages")
SUBSTANCE = (
    "requester_id", "requester_scheme", "provider_id", "provider_scheme", "peer_country", "procedure_code", "requirement_ids",
    "evidence_type", "evidence_ids", "specification", "text_version", "language", "body_type", "body_digest",
)  # fmt: skip


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin[LogEntry]):
    list_display = ("time", "event", "side", "authority_id", "peer_country", "exchange", "message", "error_code")
    list_filter = ("side", "event", "authority_id", ("peer_country", NamedValuesFilter))
    search_fields = ("exchange_id", "conversation_id", "request_id", "response_id", "message_id")
    search_help_text = _("Exchange, conversation, request, response or AS4 message identifier")
    date_hierarchy = "at"
    ordering = ("-at", "-pk")
    fieldsets = (
        (_("What happened"), {"fields": FACT}),
        (_("Where it belongs"), {"fields": MARKS}),
        (_("What it was about"), {"fields": SUBSTANCE}),
    )

    @admin.display(description=_("at"), ordering="at")
    def time(self, entry: LogEntry) -> str:
        return moment(entry.at)

    @admin.display(description=_("exchange"), ordering="exchange_id")
    def exchange(self, entry: LogEntry) -> SafeString | str:
        return found_in("evidence_exchange.exchange", entry.exchange_id)

    @admin.display(description=_("AS4 message"), ordering="message_id")
    def message(self, entry: LogEntry) -> SafeString | str:
        return found_in("edelivery.outboxmessage", entry.message_id)

    @admin.display(description=_("this message"))
    def messages(self, entry: LogEntry) -> SafeString | str:
        if not entry.message_id:
            return NOTHING
        sent = found_in("edelivery.outboxmessage", entry.message_id, _("as it was sent"))
        received = found_in("edelivery.inboxmessage", entry.message_id, _("as it was received"))
        return sent + SafeString(" · ") + received

    @admin.display(description=_("facts"))
    def particulars(self, entry: LogEntry) -> SafeString | str:
        return tabulated((_("name"), _("value")), entry.facts.items()) if entry.facts else NOTHING
