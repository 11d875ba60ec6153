"""`/dsd/rest/search`."""

from django.urls import path

from common_services.messages.failures import DSD_INVALID_QUERY, DSD_QUERY_UNKNOWN
from common_services.queries import QueryId
from common_services.query_server.server import QueryServer, ServedQuery
from common_services.query_server.view import search_view
from data_service_directory.queries import data_services_for_evidence_type, is_answer_name

server = QueryServer(
    queries={
        QueryId.DATA_SERVICES: ServedQuery(
            answer=data_services_for_evidence_type,
            mandatory={"evidence-type-classification": DSD_INVALID_QUERY, "country-code": DSD_INVALID_QUERY},
            optional=frozenset({"specification"}),
            is_answer_name=is_answer_name,
        ),
    },
    unknown_query=DSD_QUERY_UNKNOWN,
    invalid_query=DSD_INVALID_QUERY,
)

urlpatterns = [path("rest/search", search_view(server), name="data-service-directory-search")]
