"""A question that gets no answer: told to the asker as a signed failure, with status 200."""

from common_services.messages.failures import DirectoryException, Occurrence, occurrence
from edm.errors import CallerMistake


class QueryRefused(CallerMistake):
    """Carries what the directory will say."""

    def __init__(self, *occurrences: Occurrence) -> None:
        super().__init__(occurrences[0].code)
        self.occurrences = occurrences


def refuse(exception: DirectoryException, detail: str = "") -> QueryRefused:
    return QueryRefused(occurrence(exception, detail))
