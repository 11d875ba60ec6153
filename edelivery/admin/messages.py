"""Sent and received messages with what proves them."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from deployments.staff_pages import NOTHING, ReadOnlyAdmin, folded, found_in, moment, tabulated
from edelivery.models import InboxMessage, OutboxMessage, Signal
from edelivery.models.stored import StoredMessage
from edelivery.tracing import best_receipt

HEADER = (
    "message_id", "service", "action", "conversation_id", "exchange", "specification",
    "own_party_id", "own_party_type", "peer_party_id", "peer_party_type",
    "original_sender", "original_sender_type", "final_recipient", "final_recipient_type",
)  # fmt: skip
COURSE = ("state", "attempts", "started_at", "due_at", "give_up_at", "settled_at", "error", "log")
PROOF = ("digests", "wire_digest", "wire_size", "header_as_signed")


class DueFilter(admin.SimpleListFilter):
    title = _("is due")
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Model]) -> list[tuple[str, Any]]:
        return [("yes", _("Now, and not taken up yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> QuerySet[Model]:
        if self.value() != "yes":
            return queryset
        table = OutboxMessage if queryset.model is OutboxMessage else InboxMessage
        return queryset.filter(pk__in=table.objects.due(deployments.clock().now()).values("pk"))


class SignalInline(admin.TabularInline[Signal, Model]):
    model = Signal
    fields = ("time", "attempt", "kind", "verdict", "http_status", "error_code", "detail", "as_received")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.display(description=_("at"))
    def time(self, signal: Signal) -> str:
        return moment(signal.at)

    @admin.display(description=_("bytes"))
    def as_received(self, signal: Signal) -> SafeString:
        return folded(_("Show"), bytes(signal.body).decode("utf-8", "replace"))


class MessageAdmin(ReadOnlyAdmin[StoredMessage]):
    list_filter = ("state", DueFilter, "action", "own_party_id", "peer_party_id")
    search_fields = ("message_id", "exchange_id", "conversation_id")
    search_help_text = _("AS4 message, exchange or conversation identifier")
    date_hierarchy = "started_at"
    inlines = (SignalInline,)

    @admin.display(description=_("started at"), ordering="started_at")
    def started(self, message: StoredMessage) -> str:
        return moment(message.started_at)

    @admin.display(description=_("exchange"), ordering="exchange_id")
    def exchange(self, message: StoredMessage) -> SafeString | str:
        return found_in("evidence_exchange.exchange", message.exchange_id)

    @admin.display(description=_("log"))
    def log(self, message: StoredMessage) -> SafeString | str:
        return found_in("exchange_log.logentry", message.message_id, _("Log entries about this message"))

    @admin.display(description=_("signed digests"))
    def digests(self, message: StoredMessage) -> SafeString:
        rows = ((r.uri, r.algorithm.rpartition("#")[2], r.value) for r in message.digest_references)
        return tabulated((_("part"), _("algorithm"), _("digest")), rows)

    @admin.display(description=_("signed header"))
    def header_as_signed(self, message: StoredMessage) -> SafeString:
        return folded(_("Show"), bytes(message.signed_header).decode("utf-8", "replace"))


@admin.register(OutboxMessage)
class OutboxMessageAdmin(MessageAdmin):
    list_display = ("started", "action", "own_party_id", "peer_party_id", "state", "attempts", "receipt_verdict", "exchange")
    fieldsets = (
        (_("Header"), {"fields": HEADER}),
        (_("Course"), {"fields": (*COURSE, "lapses", "endpoint")}),
        (_("Proof"), {"fields": PROOF}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[StoredMessage]:
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.prefetch_related("answers")

    @admin.display(description=_("receipt"))
    def receipt_verdict(self, message: OutboxMessage) -> str:
        return _briefly(best_receipt(message))


@admin.register(InboxMessage)
class InboxMessageAdmin(MessageAdmin):
    """Dead letters are the messages in the state *could not be delivered*."""

    list_select_related = ("receipt",)
    list_display = ("started", "action", "peer_party_id", "own_party_id", "state", "attempts", "receipt_verdict", "exchange")
    fieldsets = (
        (_("Header"), {"fields": (*HEADER, "announced", "sent_at")}),
        (_("Course"), {"fields": COURSE}),
        (_("Proof"), {"fields": PROOF}),
    )

    @admin.display(description=_("receipt"))
    def receipt_verdict(self, message: InboxMessage) -> str:
        return _briefly(getattr(message, "receipt", None))

    @admin.display(description=_("message properties"))
    def announced(self, message: InboxMessage) -> SafeString:
        return tabulated((_("name"), _("value")), message.properties.items())


def _briefly(receipt: Signal | None) -> str:
    """The verdict without its explanation, which the message's own page gives."""
    return receipt.get_verdict_display().partition(":")[0].strip() if receipt else NOTHING
