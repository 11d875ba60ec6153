"""Tell what is known about a question, and let the worker find out the rest."""

from datetime import datetime
from typing import TypeVar, cast

from common_services import reading
from common_services.addresses.base import addresses
from common_services.lookups import Failure, Lookup, LookupState, Source
from common_services.messages.envelope import VERSION
from common_services.messages.failures import FailureKind
from common_services.models import AskedQuestion, Outcome, question_key
from common_services.queries import DirectoryQuery
from deployments.waking import wake

Answer = TypeVar("Answer")

KINDS = {
    Outcome.UNREACHABLE: FailureKind.UNREACHABLE,
    Outcome.NOT_TRUSTED: FailureKind.NOT_TRUSTED,
    Outcome.UNREADABLE: FailureKind.UNWELL,
}


def answer_of(query: DirectoryQuery[Answer], *, now: datetime) -> Lookup[Answer]:
    address = addresses().address_of(query.directory, query.country)
    url = query.url(address.base_url)
    row = AskedQuestion.objects.filter(key=question_key(url, VERSION)).first()
    if row is None or not row.is_current(now) or (row.root and row.root not in address.trusted_roots):
        _ask(query, url, row, now)
        return Lookup(state=LookupState.PENDING, sources=(Source(url=url, verdict="pending"),))
    return _told(query, row, now)


def _ask(query: DirectoryQuery[Answer], url: str, row: AskedQuestion | None, now: datetime) -> None:
    from common_services.tasks import fetch

    created = False
    if row is None:
        row, created = AskedQuestion.objects.get_or_create(
            key=question_key(url, VERSION),
            defaults={
                "url": url,
                "version": VERSION,
                "directory": query.directory,
                "query_id": query.query_id,
                "country": query.country or "",
                "parameters": [list(pair) for pair in query.parameters],
                "asked_at": now,
            },
        )
    if created or row.claim_asking(now):
        wake(fetch, str(row.pk))


def _told(query: DirectoryQuery[Answer], row: AskedQuestion, now: datetime) -> Lookup[Answer]:
    sources = (_source(row, now),)
    if row.outcome in KINDS:
        failure = Failure(kind=KINDS[Outcome(row.outcome)], code="", text=row.explanation)
        return Lookup(state=LookupState.FAILED, failure=failure, sources=sources)
    answer = reading.read_answer(query.query_id, bytes(row.body or b""))
    if isinstance(answer, Failure):
        return Lookup(state=LookupState.FAILED, failure=answer, sources=sources)
    return Lookup(state=LookupState.READY, value=cast(Answer, answer), sources=sources)


def _source(row: AskedQuestion, now: datetime) -> Source:
    verified = row.outcome in {Outcome.ANSWERED, Outcome.REFUSED}
    age = now - row.settled_at if row.settled_at else None
    return Source(url=row.url, verdict="verified" if verified else row.outcome, age=age, signer=row.signer, root=row.root)
