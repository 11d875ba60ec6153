"""From what is known about a question to what a caller is told; nothing here waits."""

from typing import TypeVar

from common_services.lookups import Failure, Lookup, Source
from common_services.messages.failures import FailureKind
from deployments.service import deployment
from oots_portal.api import problem_kinds as kinds
from oots_portal.api.problems import Problem

Answer = TypeVar("Answer")
SOON = 1

KIND_OF_FAILURE = {
    FailureKind.UNKNOWN_PROCEDURE: kinds.NOT_FOUND,
    FailureKind.NO_EVIDENCE_TYPE: kinds.NOT_FOUND,
    FailureKind.NO_PROVIDER: kinds.NO_PROVIDER,
    FailureKind.NOT_TRUSTED: kinds.DIRECTORY_NOT_TRUSTED,
}


def value_of(lookup: Lookup[Answer]) -> Answer:
    """The value, or the problem that stands for its absence."""
    if lookup.is_pending:
        raise Problem(kinds.DIRECTORY_PENDING, retry_after=SOON)
    if lookup.failure is not None:
        raise _problem(lookup.failure)
    if lookup.value is None:
        raise Problem(kinds.DIRECTORY_UNREACHABLE)
    return lookup.value


def _problem(failure: Failure) -> Problem:
    kind = KIND_OF_FAILURE.get(failure.kind, kinds.DIRECTORY_UNREACHABLE)
    # Words of our own for what a directory said in code; its text is shown by its code alone.
    return Problem(kind, "" if failure.code else failure.text, wire={"code": failure.code} if failure.code else None)


def own_knowledge(subject: str) -> tuple[Source, ...]:
    """The source of what this deployment knows by itself and nobody signed."""
    return (Source(url=f"{deployment().name}:{subject}", verdict="local"),)
