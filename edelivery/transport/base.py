"""The transport port."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What came back on the same connection, whole."""

    status: int
    content_type: str
    body: bytes


class Transport(Protocol):
    def post(self, endpoint: str, *, content_type: str, body: bytes) -> HttpAnswer:
        """Post the bytes and wait for the answer.

        Raises ServiceUnavailable when no answer came (the bytes may have arrived all the same) and CallerMistake when
        this deployment does not call such an address.
        """
        ...
