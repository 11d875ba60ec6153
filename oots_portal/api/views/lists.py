"""The operations that tell what this deployment knows by itself, and procedures."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common_services.messages.requirements import Requirement
from common_services.service import answer_of, directory_countries, requirements_query
from deployments.service import deployment
from edm.vocabulary.countries import OOTS_COUNTRIES
from oots_portal.api import problem_kinds as kinds
from oots_portal.api.code_lists import CODE_LISTS, country_names, procedure_names
from oots_portal.api.documented import DISCOVERY
from oots_portal.api.lookups import own_knowledge, value_of
from oots_portal.api.problems import Problem
from oots_portal.api.serializers import discovery, questions
from semantic_repository.service import data_model


class CountriesView(APIView):
    @extend_schema(tags=DISCOVERY, operation_id="countries", responses=discovery.CountriesAnswer)
    def get(self, request: Request) -> Response:
        """The countries of OOTS and what works with each of them today."""
        countries = [_country(code) for code in sorted(OOTS_COUNTRIES - {"EU"})]
        return Response(discovery.CountriesAnswer({"countries": countries, "sources": own_knowledge("countries")}).data)


class ProceduresView(APIView):
    @extend_schema(
        tags=DISCOVERY,
        operation_id="procedures",
        parameters=[questions.OptionalRequesterCountryQuestion],
        responses=discovery.ProceduresAnswer,
    )
    def get(self, request: Request) -> Response:
        """Procedure codes with names: the code list, or what one country declares."""
        question = questions.OptionalRequesterCountryQuestion(data=request.query_params)
        question.is_valid(raise_exception=True)

        country = question.validated_data.get("requester_country")
        if country is None:
            procedures = [{"code": code, "names": names} for code, names in CODE_LISTS["procedures"]().items()]
            sources = own_knowledge("procedures")
        else:
            lookup = answer_of(requirements_query(None, country))
            procedures, sources = _declared(value_of(lookup)), lookup.sources

        return Response(discovery.ProceduresAnswer({"procedures": procedures, "sources": sources}).data)


class CodeListView(APIView):
    @extend_schema(tags=DISCOVERY, operation_id="code_list", responses=discovery.CodeListAnswer)
    def get(self, request: Request, name: str) -> Response:
        """One code list with labels."""
        if name not in CODE_LISTS:
            raise Problem(kinds.NOT_FOUND, f"The code lists are: {', '.join(CODE_LISTS)}.")
        codes = [{"code": code, "names": names} for code, names in CODE_LISTS[name]().items()]
        return Response(discovery.CodeListAnswer({"name": name, "codes": codes, "sources": own_knowledge(name)}).data)


class DataModelView(APIView):
    @extend_schema(tags=DISCOVERY, operation_id="data_model", responses=discovery.SchemaAnswer)
    def get(self, request: Request, model: str) -> Response:
        """A data model of structured evidence, with its XML schema."""
        found = data_model(model)
        if found is None:
            raise Problem(kinds.NOT_FOUND, "This Semantic Repository has no such data model.")
        facts = {
            "identifier": found.identifier,
            "names": found.names,
            "descriptions": found.descriptions,
            "schema": found.schema,
            "sources": own_knowledge("semantic-repository"),
        }
        return Response(discovery.SchemaAnswer(facts).data)


def _country(code: str) -> dict[str, Any]:
    state = deployment().member_state(code) if deployment().plays(code) else None
    node = deployment().eidas_node
    own = "own" if state else "none"
    return {
        "code": code,
        "names": country_names(code),
        "directory": "partner" if code in directory_countries() else own,
        "plays_requester": bool(state and state.is_requester),
        "plays_provider": bool(state and state.is_provider),
        "eid": bool(node and code in node.countries),
    }


def _declared(requirements: tuple[Requirement, ...]) -> list[dict[str, Any]]:
    """The procedures behind the requirements, each with the national title met first."""
    titles = {code: f.titles for requirement in requirements for f in requirement.frameworks for code in f.procedure_codes}
    return [{"code": code, "names": procedure_names(code), "national_titles": titles[code]} for code in sorted(titles)]
