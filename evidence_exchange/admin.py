"""Exchanges as staff see them: whose turn, until when, and what happened. Never a person, never a document.

No button changes a running exchange: nothing in the rules foresees a human intervening.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from deployments.staff_pages import NOTHING, NamedValuesFilter, ReadOnlyAdmin, found_in, moment, tabulated
from deployments.wording import said
from edelivery import service as edelivery
from evidence_exchange.models import Exchange, ReceivedRequest, SentRequest
from evidence_exchange.states import Side
from evidence_exchange.summarising import deadline_of, overdue, turn_of
from exchange_log import service as exchange_log

IDENTITY = ("reference", "side", "exchange_id", "conversation_id", "line", "own_party_id", "peer_party_id", "other_side")
COURSE = (
    "state", "turn", "error_code", "error_detail", "deferred_until", "presumed_at", "opened_at", "moved_at", "returned_at",
    "settled_at", "first_due", "second_due", "third_due",
)  # fmt: skip
SUBSTANCE = (
    "procedure_code", "requirement_ids", "requirement_count", "requester_id", "requester_name", "requester_country",
    "provider_id", "provider_name", "provider_country", "data_service_id", "evidence_classification", "evidence_title",
    "preview_required", "text_version", "text_language",
)  # fmt: skip
FILTERED = ("requester_country", "provider_country", "procedure_code", "error_code")
STORY = ("timeline", "messages", "log")
DIRECTIONS = {"sent": ("edelivery.outboxmessage", _("sent")), "received": ("edelivery.inboxmessage", _("received"))}


class ClockFilter(admin.SimpleListFilter):
    title = _("clock")
    parameter_name = "clock"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> list[tuple[str, Any]]:
        return [("running", _("Under way")), ("over", _("Over, and not settled")), ("settled", _("Settled"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Exchange]) -> QuerySet[Exchange]:
        wanted = {"running": Q(settled_at=None), "over": overdue(deployments.clock().now()), "settled": Q(settled_at__isnull=False)}
        return queryset.filter(wanted.get(self.value() or "", Q()))


class RequestInline(admin.TabularInline[Any, Any]):
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class SentRequestInline(RequestInline):
    model = SentRequest
    fields = ("round", "request_id", "message_id", "issued_at", "answered_at", "response_id")


class ReceivedRequestInline(RequestInline):
    model = ReceivedRequest
    fields = ("round", "request_id", "message_id", "sent_at", "state", "answered_at", "response_id", "answer_message_id")


@admin.register(Exchange)
class ExchangeAdmin(ReadOnlyAdmin[Exchange]):
    list_display = ("name", "turn", "state", "side", "countries", "procedure_code", "error_code", "opened")
    list_filter = ("side", ClockFilter, "state", *((name, NamedValuesFilter) for name in FILTERED))
    search_fields = ("reference", "exchange_id", "conversation_id")
    search_help_text = _("Reference, exchange, conversation, request or AS4 message identifier")
    date_hierarchy = "opened_at"
    fieldsets = (
        (_("Exchange"), {"fields": IDENTITY}),
        (_("Course"), {"fields": COURSE}),
        (_("Story"), {"fields": STORY}),
        (_("What is asked"), {"fields": SUBSTANCE}),
    )

    def get_inlines(self, request: HttpRequest, obj: Exchange | None) -> list[type[InlineModelAdmin[Any, Any]]]:
        return [SentRequestInline if obj is None or obj.side == Side.REQUESTER else ReceivedRequestInline]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Exchange], search_term: str) -> tuple[QuerySet[Exchange], bool]:
        """Whatever identifies an exchange finds both of its sides, as far as they are here."""
        term = search_term.strip()
        if not term:
            return queryset, False
        named = Exchange.objects.filter(_identified(term)).values("exchange_id")
        return queryset.filter(exchange_id__in=named), False

    @admin.display(description=_("exchange"), ordering="reference")
    def name(self, exchange: Exchange) -> SafeString:
        short = exchange.reference or str(exchange.exchange_id)[:8]
        return format_html('<span title="{}">{}</span>', exchange.exchange_id, short)

    @admin.display(description=_("opened"), ordering="opened_at")
    def opened(self, exchange: Exchange) -> str:
        return moment(exchange.opened_at)

    @admin.display(description=_("from → to"))
    def countries(self, exchange: Exchange) -> str:
        return f"{exchange.requester_country or '?'} → {exchange.provider_country or '?'}"

    @admin.display(description=_("whose turn, until when"))
    def turn(self, exchange: Exchange) -> str:
        deadline = deadline_of(exchange)
        if exchange.is_settled or deadline is None:
            return str(_("nobody: settled")) if exchange.is_settled else str(turn_of(exchange).label)
        return str(_("%(who)s, until %(when)s")) % {"who": turn_of(exchange).label, "when": moment(deadline)}

    @admin.display(description=_("both sides"))
    def other_side(self, exchange: Exchange) -> SafeString | str:
        return found_in("evidence_exchange.exchange", exchange.exchange_id, _("This exchange as each side here sees it"))

    @admin.display(description=_("requester's name"))
    def requester_name(self, exchange: Exchange) -> str:
        return _in_words(exchange.requester_names)

    @admin.display(description=_("provider's name"))
    def provider_name(self, exchange: Exchange) -> str:
        return _in_words(exchange.provider_names)

    @admin.display(description=_("evidence title"))
    def evidence_title(self, exchange: Exchange) -> str:
        return _in_words(exchange.evidence_titles)

    @admin.display(description=_("timeline"))
    def timeline(self, exchange: Exchange) -> SafeString:
        entries = exchange_log.timeline(exchange.exchange_id)
        heads = (_("at"), _("side"), _("event"), _("error code"), _("error detail"), _("decision"))
        return tabulated(heads, ((moment(e.at), e.side.label, e.event.label, e.error_code, e.error_detail, e.decision) for e in entries))

    @admin.display(description=_("messages"))
    def messages(self, exchange: Exchange) -> SafeString:
        found = edelivery.messages_of_exchange(exchange.exchange_id)
        heads = (_("at"), _("direction"), _("AS4 message"), _("action"), _("state"), _("receipt"), _("last error"))
        return tabulated(heads, (_message(m) for m in found))

    @admin.display(description=_("log"))
    def log(self, exchange: Exchange) -> SafeString | str:
        return found_in("exchange_log.logentry", exchange.exchange_id, _("All log entries of this exchange"))


def _identified(term: str) -> Q:
    """A whole identifier is looked up as one; parts of it are looked for where staff would have them from."""
    by_message = Q(exchange_id__in=[found for found in map(_as_uuid, edelivery.exchanges_of_message(term)) if found])
    whole = _as_uuid(term)
    if whole is None:
        parts = Q(reference__icontains=term) | Q(exchange_id__icontains=term) | Q(conversation_id__icontains=term)
        return parts | by_message
    found = Q(exchange_id=whole) | Q(conversation_id=whole) | by_message
    return found | Q(sent_requests__request_id=whole) | Q(received_requests__request_id=whole)


def _as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _message(message: edelivery.MessageSummary) -> tuple[object, ...]:
    table, direction = DIRECTIONS[message.direction]
    link = found_in(table, message.message_id)
    return moment(message.started_at), direction, link, message.action, message.state_in_words, message.verdict_in_words, message.error


def _in_words(texts: Mapping[str, str]) -> str:
    return said(texts)[0] or NOTHING
