"""Answers that were put there beforehand, and a record of who asked: for tests."""

from collections.abc import Mapping

from deployments.outbound import Answer
from edm.errors import ServiceUnavailable


class InMemoryTransport:
    """One set of answers for all instances: whoever holds the class fills it and empties it."""

    answers: dict[str, Answer] = {}
    asked: list[tuple[str, Mapping[str, str]]] = []

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        self.asked.append((url, headers))
        try:
            return self.answers[url]
        except KeyError:
            raise ServiceUnavailable(f"Nothing answers at {url}.") from None

    @classmethod
    def clear(cls) -> None:
        cls.answers.clear()
        cls.asked.clear()
