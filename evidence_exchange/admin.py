"""Exchanges as staff see them: whose turn, until when, and what happened. Never a person, never a document.

No button changes a running exchange: nothing in the rules foresees a human intervening.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from edelivery import service as edelivery
from evidence_exchange.models import Exchange, ReceivedRequest, SentRequest
from evidence_exchange.summarising import deadline_of, turn_of
from exchange_log import service as exchange_log

IDENTITY = ("reference", "side", "exchange_id", "conversation_id", "line", "own_party_id", "peer_party_id")
SUBSTANCE = (
    "procedure_code", "requirement_ids", "requirement_count", "requester_id", "requester_names", "requester_country",
    "provider_id", "provider_names", "provider_country", "data_service_id", "evidence_classification", "evidence_titles",
    "preview_required", "text_version", "text_language",
)  # fmt: skip
COURSE = (
    "state", "turn", "error_code", "error_detail", "deferred_until", "presumed_at", "opened_at", "moved_at", "returned_at",
    "settled_at", "first_due", "second_due", "third_due",
)  # fmt: skip
STORY = ("timeline", "messages", "log")


class RequestInline(admin.TabularInline[Any, Any]):
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  (Django's signature)
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  (Django's signature)
        return False


class SentRequestInline(RequestInline):
    model = SentRequest
    fields = ("round", "request_id", "message_id", "issued_at", "answered_at", "response_id")


class ReceivedRequestInline(RequestInline):
    model = ReceivedRequest
    fields = ("round", "request_id", "message_id", "sent_at", "state", "answered_at", "response_id", "answer_message_id")


@admin.register(Exchange)
class ExchangeAdmin(admin.ModelAdmin[Exchange]):
    list_display = ("name", "side", "countries", "procedure_code", "state", "turn", "error_code", "opened_at")
    list_filter = ("side", "state", "requester_country", "provider_country", "procedure_code", "error_code")
    search_fields = ("reference", "sent_requests__message_id", "received_requests__message_id", "received_requests__answer_message_id")
    search_help_text = _("Reference, exchange, conversation, request or AS4 message identifier")
    date_hierarchy = "opened_at"
    list_per_page = 50
    fieldsets = (
        (_("Exchange"), {"fields": IDENTITY}),
        (_("Course"), {"fields": COURSE}),
        (_("What is asked"), {"fields": SUBSTANCE}),
        (_("Story"), {"fields": STORY}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Exchange | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Exchange | None = None) -> bool:
        return False

    def get_inlines(self, request: HttpRequest, obj: Exchange | None) -> list[type[InlineModelAdmin[Any, Any]]]:
        return [SentRequestInline if obj is None or obj.side == "requester" else ReceivedRequestInline]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Exchange], search_term: str) -> tuple[QuerySet[Exchange], bool]:
        """A whole identifier is looked up as one: databases store it in different forms."""
        try:
            wanted = UUID(search_term.strip())
        except ValueError:
            return super().get_search_results(request, queryset, search_term)
        found = Q(exchange_id=wanted) | Q(conversation_id=wanted)
        found |= Q(sent_requests__request_id=wanted) | Q(received_requests__request_id=wanted)
        return queryset.filter(found), True

    @admin.display(description=_("exchange"), ordering="reference")
    def name(self, exchange: Exchange) -> SafeString:
        short = exchange.reference or str(exchange.exchange_id)[:8]
        return format_html('<span title="{}">{}</span>', exchange.exchange_id, short)

    @admin.display(description=_("from → to"))
    def countries(self, exchange: Exchange) -> str:
        return f"{exchange.requester_country or '?'} → {exchange.provider_country or '?'}"

    @admin.display(description=_("whose turn, until when"))
    def turn(self, exchange: Exchange) -> str:
        deadline = deadline_of(exchange)
        if exchange.is_settled or deadline is None:
            return str(_("nobody: settled")) if exchange.is_settled else str(turn_of(exchange).label)
        return str(_("%(who)s, until %(when)s")) % {"who": turn_of(exchange).label, "when": _moment(deadline)}

    @admin.display(description=_("timeline"))
    def timeline(self, exchange: Exchange) -> SafeString:
        entries = exchange_log.timeline(exchange.exchange_id)
        rows = ((_moment(e.at), e.side.label, e.event.label, e.error_code, e.error_detail, e.decision) for e in entries)
        return _table(rows)

    @admin.display(description=_("messages"))
    def messages(self, exchange: Exchange) -> SafeString:
        found = edelivery.messages_of_exchange(exchange.exchange_id)
        return _table((_moment(m.started_at), m.direction, m.action, m.state, m.receipt_verdict, m.message_id, m.error) for m in found)

    @admin.display(description=_("log"))
    def log(self, exchange: Exchange) -> SafeString:
        address = reverse("admin:exchange_log_logentry_changelist")
        return format_html('<a href="{}?q={}">{}</a>', address, exchange.exchange_id, _("All log entries of this exchange"))


def _table(rows: Iterable[tuple[object, ...]]) -> SafeString:
    cells = (format_html("<tr>{}</tr>", format_html_join("", "<td>{}</td>", ((cell,) for cell in row))) for row in rows)
    return format_html("<table>{}</table>", format_html_join("", "{}", ((row,) for row in cells)))


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "Y-m-d H:i:s")
