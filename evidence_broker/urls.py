"""`/eb/rest/search`."""

from django.urls import path

from common_services.messages.failures import EB_INVALID_QUERY, EB_QUERY_UNKNOWN, EB_REQUIREMENT_UNKNOWN
from common_services.queries import QueryId
from common_services.query_server.server import QueryServer, ServedQuery
from common_services.query_server.view import search_view
from evidence_broker.queries import evidence_types_for_requirement, requirements_of_procedure

server = QueryServer(
    queries={
        QueryId.REQUIREMENTS: ServedQuery(
            answer=requirements_of_procedure,
            mandatory={},
            optional=frozenset({"procedure-id", "country-code", "return-incomplete"}),
        ),
        # A missing requirement is reported like an unknown one (chapter 5).
        QueryId.EVIDENCE_TYPES: ServedQuery(
            answer=evidence_types_for_requirement,
            mandatory={"requirement-id": EB_REQUIREMENT_UNKNOWN},
            optional=frozenset({"country-code"}),
        ),
    },
    unknown_query=EB_QUERY_UNKNOWN,
    invalid_query=EB_INVALID_QUERY,
)

urlpatterns = [path("rest/search", search_view(server), name="evidence-broker-search")]
