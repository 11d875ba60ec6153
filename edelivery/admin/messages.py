"""Sent and received messages with what proves them."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from edelivery.admin.read_only import ReadOnlyAdmin
from edelivery.models import InboxMessage, OutboxMessage, Signal
from edelivery.models.stored import StoredMessage

HEADER = (
    "message_id", "service", "action", "conversation_id", "exchange_id", "specification",
    "own_party_id", "own_party_type", "peer_party_id", "peer_party_type",
    "original_sender", "original_sender_type", "final_recipient", "final_recipient_type",
)  # fmt: skip
COURSE = ("state", "attempts", "started_at", "due_at", "give_up_at", "settled_at", "error")
PROOF = ("digests", "wire_digest", "wire_size", "header_as_signed")


class SignalInline(admin.TabularInline[Signal, Model]):
    model = Signal
    fields = ("at", "attempt", "kind", "verdict", "http_status", "error_code", "detail", "as_received")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.display(description=_("bytes"))
    def as_received(self, signal: Signal) -> str:
        return bytes(signal.body).decode("utf-8", "replace")


class MessageAdmin(ReadOnlyAdmin[StoredMessage]):
    search_fields = ("message_id", "exchange_id", "conversation_id")
    date_hierarchy = "started_at"

    @admin.display(description=_("signed digests"))
    def digests(self, message: StoredMessage) -> SafeString:
        return format_html_join("", "<div>{} · {}</div>", ((r.uri, r.value) for r in message.digest_references))

    @admin.display(description=_("signed header"))
    def header_as_signed(self, message: StoredMessage) -> str:
        return bytes(message.signed_header).decode("utf-8", "replace")


@admin.register(OutboxMessage)
class OutboxMessageAdmin(MessageAdmin):
    list_display = ("started_at", "action", "own_party_id", "peer_party_id", "state", "attempts", "receipt_verdict", "exchange_id")
    list_filter = ("state", "action", "own_party_id", "peer_party_id")
    fieldsets = (
        (_("Header"), {"fields": HEADER}),
        (_("Course"), {"fields": (*COURSE, "lapses", "endpoint")}),
        (_("Proof"), {"fields": PROOF}),
    )
    inlines = (SignalInline,)

    @admin.display(description=_("receipt"))
    def receipt_verdict(self, message: OutboxMessage) -> str:
        receipt = message.answers.filter(kind="receipt").first()
        return receipt.get_verdict_display() if receipt else "–"


@admin.register(InboxMessage)
class InboxMessageAdmin(MessageAdmin):
    """Dead letters are the messages in the state *could not be delivered*."""

    list_display = ("started_at", "action", "peer_party_id", "own_party_id", "state", "attempts", "error", "exchange_id")
    list_filter = ("state", "action", "own_party_id", "peer_party_id")
    fieldsets = (
        (_("Header"), {"fields": (*HEADER, "properties", "sent_at")}),
        (_("Course"), {"fields": COURSE}),
        (_("Proof"), {"fields": PROOF}),
    )
    inlines = (SignalInline,)
