"""The front door to the directories: what a procedure needs, what proves it in a country, who delivers that and where.

A question is put with one of the three `*_query` functions and `answer_of`, which never waits: it tells what is known
now, and where nothing is known it lets the worker fetch, verify and keep the answer (chapters 3 to 6).
"""

from datetime import datetime
from typing import TypeVar

from django.db.models import Count

from common_services import asking, fetching
from common_services.addresses.table import own_root
from common_services.lookups import Failure, Lookup, LookupState, Source
from common_services.models import AskedQuestion, KnownDirectory
from common_services.queries import (
    Directory,
    DirectoryQuery,
    data_services_query,
    evidence_types_query,
    requirements_query,
)
from deployments.service import clock

__all__ = [
    "Directory",
    "DirectoryQuery",
    "Failure",
    "Lookup",
    "LookupState",
    "Source",
    "answer_of",
    "data_services_query",
    "directory_countries",
    "evidence_types_query",
    "fetch",
    "own_root",
    "question_counts",
    "remember_directory",
    "requirements_query",
    "sweep",
]

Answer = TypeVar("Answer")


def answer_of(query: DirectoryQuery[Answer]) -> Lookup[Answer]:
    """What is known about the question now: ready, pending (the worker was woken) or failed."""
    return asking.answer_of(query, now=clock().now())


def fetch(question: int) -> None:
    """Ask the directory, verify, keep the outcome; for the worker. A second call is silent."""
    fetching.fetch(question, now=clock().now())


def remember_directory(country: str, eb_url: str, dsd_url: str, root_fingerprint: str) -> None:
    """From now on ask these addresses about `country`, and trust this root for them."""
    KnownDirectory.objects.update_or_create(
        country=country, defaults={"eb_url": eb_url, "dsd_url": dsd_url, "root_fingerprint": root_fingerprint}
    )


def directory_countries() -> tuple[str, ...]:
    """The countries whose own directories were learned from partners."""
    return tuple(KnownDirectory.objects.values_list("country", flat=True))


def question_counts() -> tuple[tuple[str, int], ...]:
    """How many questions there are by the outcome of their last asking; `open` ones wait for an answer."""
    counted = AskedQuestion.objects.order_by("outcome").values_list("outcome").annotate(count=Count("pk"))
    return tuple((outcome, count) for outcome, count in counted)


def sweep(now: datetime) -> None:
    """Wake what was asked and never fetched, and forget what nobody asked about for long."""
    fetching.sweep(now)
