"""One directory: its queries by name, and the order in which a question is checked (chapter 7)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from common_services.messages.envelope import VERSION
from common_services.messages.failure_writer import write_failures
from common_services.messages.failures import DirectoryException
from common_services.query_server.refusals import QueryRefused, refuse

Parameters = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedQuery:
    """One official query: what it must and may be given besides its name, and who answers it."""

    answer: Callable[[Parameters], bytes]
    mandatory: Mapping[str, DirectoryException]
    optional: frozenset[str] = frozenset()
    is_answer_name: Callable[[str], bool] = lambda name: False

    def knows(self, name: str) -> bool:
        return name in self.mandatory or name in self.optional or self.is_answer_name(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryServer:
    queries: Mapping[str, ServedQuery]
    unknown_query: DirectoryException
    invalid_query: DirectoryException

    def answer(self, given: QueryDict, version: str | None) -> bytes:
        """The document to send: an answer, or what stands in its way."""
        try:
            self._refuse_other_version(version)
            query = self._named(given)
            return query.answer(self._parameters(given, query))
        except QueryRefused as refused:
            return write_failures(refused.occurrences)

    def _refuse_other_version(self, version: str | None) -> None:
        # Gap 10: without the header the Commission's server falls back to the shape of 1.0, which is not spoken here.
        if version not in {None, VERSION}:
            raise refuse(self.invalid_query, "Accept-Version")

    def _named(self, given: QueryDict) -> ServedQuery:
        query = self.queries.get(given.get("queryId", ""))
        if query is None:
            raise refuse(self.unknown_query, "queryId")
        return query

    def _parameters(self, given: QueryDict, query: ServedQuery) -> Parameters:
        """Each parameter once and known; one sent empty counts as absent."""
        parameters: dict[str, str] = {}
        for name, values in given.lists():
            if len(values) != 1 or not (name == "queryId" or query.knows(name)):
                raise refuse(self.invalid_query, name)
            if values[0] and name != "queryId":
                parameters[name] = str(values[0])
        for name, exception in query.mandatory.items():
            if name not in parameters:
                raise refuse(exception, name)
        return parameters
