"""The operations that ask directories (integrator-api 2.1)."""

from collections.abc import Mapping
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common_services.lookups import Lookup
from common_services.messages.data_services import DataService
from common_services.messages.evidence_types import EvidenceTypeList
from common_services.messages.failures import FailureKind
from common_services.service import answer_of, data_services_query, evidence_types_query, requirements_query
from deployments.service import deployment
from edelivery.service import is_known_party
from edm.vocabulary.semantic_repository import evidence_type_url, requirement_url
from oots_portal.api.documented import DISCOVERY
from oots_portal.api.lookups import value_of
from oots_portal.api.serializers import discovery, questions

ANSWER_PREFIX = "q."
ANSWERS = OpenApiParameter(
    "q",
    {"type": "object", "additionalProperties": {"type": "string"}},
    style="deepObject",
    description="Answers to the directory's questions, each written `q.<id>=`.",
)


class RequirementsView(APIView):
    @extend_schema(
        tags=DISCOVERY, operation_id="requirements", parameters=[questions.RequesterCountryQuestion], responses=discovery.RequirementsAnswer
    )
    def get(self, request: Request, code: str) -> Response:
        """The requirements of a procedure in a country; all of them are needed."""
        country = _country(request, questions.RequesterCountryQuestion, "requester_country")

        lookup = answer_of(requirements_query(code, country))

        facts = {"procedure_code": code, "requester_country": country, "all_of": value_of(lookup), "sources": lookup.sources}
        return Response(discovery.RequirementsAnswer(facts).data)


class OptionsView(APIView):
    @extend_schema(
        tags=DISCOVERY,
        operation_id="requirement_options",
        parameters=[questions.ProviderCountryQuestion],
        responses=discovery.OptionsAnswer,
    )
    def get(self, request: Request, requirement: UUID) -> Response:
        """What proves a requirement in a country: any one of the options, each with all of its evidence types."""
        country = _country(request, questions.ProviderCountryQuestion, "provider_country")
        identifier = requirement_url(deployment().semantic_repository, requirement)

        lookup = answer_of(evidence_types_query(identifier, country))

        lists = () if _knows_nothing(lookup) else value_of(lookup).lists
        facts = {"requirement_id": identifier, "provider_country": country, "sources": lookup.sources, **_options(lists)}
        return Response(discovery.OptionsAnswer(facts).data)


class DataServicesView(APIView):
    @extend_schema(
        tags=DISCOVERY,
        operation_id="data_services",
        parameters=[questions.ProviderCountryQuestion, ANSWERS],
        responses=discovery.DataServicesAnswer,
    )
    def get(self, request: Request, evidence_type: UUID) -> Response:
        """Who delivers an evidence type in a country, or what the directory wants to know first."""
        country = _country(request, questions.ProviderCountryQuestion, "provider_country")
        classification = evidence_type_url(deployment().semantic_repository, country, evidence_type)

        lookup = answer_of(data_services_query(classification, country, _answers(request)))

        asked = lookup.failure.questions if lookup.failure and lookup.failure.kind is FailureKind.QUESTION else ()
        facts: dict[str, object] = {
            "evidence_type_id": classification,
            "provider_country": country,
            "data_services": () if asked else _services(lookup),
            "question": asked[0] if asked else None,
            "sources": lookup.sources,
        }
        return Response(discovery.DataServicesAnswer(facts, context={"is_known": is_known_party}).data)


def _country(request: Request, question: type, name: str) -> str:
    asked = question(data=request.query_params)
    asked.is_valid(raise_exception=True)
    return str(asked.validated_data[name])


def _services(lookup: Lookup[tuple[DataService, ...]]) -> tuple[DataService, ...]:
    return value_of(lookup)


def _answers(request: Request) -> Mapping[str, str]:
    given = request.query_params.items()
    return {name.removeprefix(ANSWER_PREFIX): str(value) for name, value in given if name.startswith(ANSWER_PREFIX)}


def _knows_nothing(lookup: Lookup[object]) -> bool:
    """The directory knows the requirement and nothing about it in this country: an answer, not a failure."""
    return lookup.failure is not None and lookup.failure.code == "EB:ERR:0001"


def _options(lists: tuple[EvidenceTypeList, ...]) -> dict[str, object]:
    declared_none = [declared for declared in lists if declared.no_match]
    return {
        "any_of": [declared for declared in lists if not declared.no_match],
        "no_match": bool(declared_none),
        "no_match_explanation": declared_none[0].match_descriptions if declared_none else {},
    }
