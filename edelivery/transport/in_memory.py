"""Records what is posted and answers as told: for tests."""

from edelivery.transport.base import HttpAnswer
from edm.errors import ServiceUnavailable


class InMemoryTransport:
    """`answers` are given in turn; an exception among them is raised, and when none is left nobody answers."""

    def __init__(self, *answers: HttpAnswer | Exception) -> None:
        self.answers = list(answers)
        self.posted: list[tuple[str, str, bytes]] = []

    def post(self, endpoint: str, *, content_type: str, body: bytes) -> HttpAnswer:
        self.posted.append((endpoint, content_type, body))
        answer = self.answers.pop(0) if self.answers else ServiceUnavailable("nobody answers")
        if isinstance(answer, Exception):
            raise answer
        return answer
