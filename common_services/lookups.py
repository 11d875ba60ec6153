"""What is known about a question right now; asking never waits."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from common_services.messages.data_services import Question
from common_services.messages.failures import FailureKind

Answer_co = TypeVar("Answer_co", covariant=True)


class LookupState(StrEnum):
    READY = "ready"
    PENDING = "pending"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value comes from: for the view under the hood."""

    url: str
    verdict: str
    age: timedelta | None = None
    signer: str = ""
    root: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no value: `code` is the directory's own, or empty when no trusted answer came."""

    kind: FailureKind
    code: str
    text: str
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup(Generic[Answer_co]):
    """Ready with a value, pending (ask again in a moment), or failed with a reason."""

    state: LookupState
    value: Answer_co | None = None
    failure: Failure | None = None
    sources: tuple[Source, ...] = ()

    @property
    def is_ready(self) -> bool:
        return self.state is LookupState.READY

    @property
    def is_pending(self) -> bool:
        return self.state is LookupState.PENDING

    @property
    def is_failed(self) -> bool:
        return self.state is LookupState.FAILED
