"""Following an exchange, reading only (integrator-api 2.2); needs the key."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

import edelivery.service
import evidence_exchange.service
import exchange_log.service
from evidence_exchange.service import ExchangeSummary, UnknownExchange
from evidence_exchange.states import PublicState
from oots_portal.api import problem_kinds as kinds
from oots_portal.api.documented import EXCHANGES
from oots_portal.api.exchange_problems import problem_of
from oots_portal.api.permissions import HoldsTheKey
from oots_portal.api.problems import Problem
from oots_portal.api.serializers.exchanges import ExchangeSerializer, ExchangesSerializer, TraceSerializer
from oots_portal.api.serializers.questions import ExchangesQuestion


@method_decorator(never_cache, name="dispatch")
class ExchangeView(APIView):
    permission_classes = [HoldsTheKey]

    @extend_schema(tags=EXCHANGES, operation_id="exchange", responses=ExchangeSerializer)
    def get(self, request: Request, exchange: UUID) -> Response:
        """How an exchange stands; we are the requester."""
        try:
            summary = evidence_exchange.service.summary(exchange)
        except UnknownExchange as unknown:
            raise Problem(kinds.NOT_FOUND, "No exchange has this identifier.") from unknown
        return Response(ExchangeSerializer(_state(summary)).data)


@method_decorator(never_cache, name="dispatch")
class ExchangesView(APIView):
    permission_classes = [HoldsTheKey]

    @extend_schema(tags=EXCHANGES, operation_id="exchanges", parameters=[ExchangesQuestion], responses=ExchangesSerializer)
    def get(self, request: Request) -> Response:
        """The exchanges behind a public reference or in a conversation, oldest first."""
        question = ExchangesQuestion(data=request.query_params)
        question.is_valid(raise_exception=True)

        asked = question.validated_data
        if "reference" in asked:
            summaries = evidence_exchange.service.summaries_of_reference(asked["reference"])
        else:
            summaries = evidence_exchange.service.summaries(asked["conversation"])

        return Response(ExchangesSerializer({"exchanges": [_state(summary) for summary in summaries]}).data)


@method_decorator(never_cache, name="dispatch")
class TraceView(APIView):
    permission_classes = [HoldsTheKey]

    @extend_schema(tags=EXCHANGES, operation_id="trace", responses=TraceSerializer)
    def get(self, request: Request, exchange: UUID) -> Response:
        """What was logged about an exchange and which messages carried it, on the sides this deployment plays."""
        entries = exchange_log.service.timeline(exchange)
        messages = edelivery.service.messages_of_exchange(exchange)
        if not entries and not messages:
            raise Problem(kinds.NOT_FOUND, "Nothing is known of this exchange.")
        return Response(TraceSerializer({"exchange_id": exchange, "entries": entries, "messages": messages}).data)


def _state(summary: ExchangeSummary) -> dict[str, Any]:
    delivered = summary.public_state is PublicState.DELIVERED
    return {
        "id": summary.exchange_id,
        "conversation_id": summary.conversation_id,
        "reference": summary.reference,
        "state": summary.public_state.value,
        "line": summary.line,
        "procedure_code": summary.procedure_code,
        "requirement_ids": [summary.requirement_id],
        "evidence_type": summary.evidence_classification,
        "evidence_titles": summary.evidence_titles,
        "whose_turn": summary.whose_turn.value,
        "deadline": summary.deadline,
        "deadline_kind": summary.deadline_kind,
        "provider": {"country": summary.provider_country, "name": summary.provider_names},
        "preview": _preview(summary),
        "pieces": summary.pieces_count,
        "problem": problem_of(summary),
        "deferred_until": summary.deferred_until,
        "satisfies": [summary.requirement_id] if delivered else [],
        "opened_at": summary.opened_at,
        "settled_at": summary.settled_at,
        "next": [{"rel": "trace", "method": "GET", "href": reverse("api:trace", args=[summary.exchange_id])}],
    }


def _preview(summary: ExchangeSummary) -> dict[str, Any] | None:
    if summary.preview_host is None:
        return None
    return {"description": summary.preview_descriptions, "host": summary.preview_host}
