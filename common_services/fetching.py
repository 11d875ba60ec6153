"""Put a recorded question to its directory, verify the answer before reading it, and keep the outcome."""

import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from django.db.models import Q

from common_services.addresses.base import addresses
from common_services.lookups import Failure
from common_services.messages.envelope import VERSION
from common_services.models import LEASE, AskedQuestion, Outcome, question_key
from common_services.queries import Directory, DirectoryQuery, QueryId
from common_services.reading import read_answer
from common_services.signing import SIGNATURE_HEADER
from common_services.transport.base import transport
from common_services.trust import NotTrusted
from common_services.verification import verify
from deployments.model import DirectoryAddress
from deployments.outbound import Answer
from deployments.waking import wake
from edm.errors import CallerMistake, CorrespondentFault, ServiceUnavailable
from edm.regrep.values import cleaned
from edm.vocabulary.media_types import REGREP_XML

log = logging.getLogger(__name__)

STILL_WANTED = timedelta(minutes=1)
FORGOTTEN_AFTER = timedelta(days=1)
# The signature covers the very bytes: nobody on the way may compress them (chapter 3.3).
HEADERS = {"Accept": REGREP_XML, "Accept-Version": VERSION, "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of a question."""

    outcome: Outcome
    explanation: str = ""
    body: bytes | None = None
    signer: str = ""
    root: str = ""


def fetch(question: int, *, now: datetime) -> None:
    row = AskedQuestion.objects.filter(pk=question).first()
    if row is None or not row.claim_fetching(now):
        return
    query = _query(row)
    address = addresses().address_of(query.directory, query.country)
    if question_key(query.url(address.base_url), VERSION) != row.key:
        row.delete()  # the directory has moved since: the question is put anew at its new address
        return
    fetched = _fetched(row, address, now)
    log.info("directory_answered outcome=%s directory=%s country=%s", fetched.outcome, row.directory, row.country)
    row.settle(now, **asdict(fetched))


def _query(row: AskedQuestion) -> DirectoryQuery[object]:
    return DirectoryQuery(
        directory=Directory(row.directory),
        query_id=QueryId(row.query_id),
        country=row.country or None,
        parameters=tuple((name, value) for name, value in row.parameters),
    )


def _fetched(row: AskedQuestion, address: DirectoryAddress, now: datetime) -> Fetched:
    try:
        answer = transport().get(row.url, HEADERS)
        _refuse_foreign(answer)
        verdict = verify(answer.body, answer.headers, address.trusted_roots, now)
        value = read_answer(QueryId(row.query_id), answer.body)
    except (ServiceUnavailable, CallerMistake) as fault:
        return Fetched(outcome=Outcome.UNREACHABLE, explanation=str(fault))
    except NotTrusted as fault:
        return Fetched(outcome=Outcome.NOT_TRUSTED, explanation=str(fault))
    except CorrespondentFault as fault:
        return Fetched(outcome=Outcome.UNREADABLE, explanation=cleaned(f"{fault} {fault.rule or ''}"))
    refused = isinstance(value, Failure)
    return Fetched(
        outcome=Outcome.REFUSED if refused else Outcome.ANSWERED,
        explanation=value.code if isinstance(value, Failure) else "",
        body=answer.body,
        signer=verdict.signer,
        root=verdict.root,
    )


def _refuse_foreign(answer: Answer) -> None:
    """A directory answers with 200 whatever it says; another status without a signature is some proxy's."""
    if answer.status != HTTPStatus.OK and SIGNATURE_HEADER not in answer.headers:
        raise ServiceUnavailable(f"The directory could not be reached: HTTP status {answer.status}.")


def sweep(now: datetime) -> None:
    """Wake what was asked and not fetched in time; forget what nobody asked about for a day."""
    from common_services.tasks import fetch as fetch_task

    unclaimed = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - LEASE)
    missed = AskedQuestion.objects.filter(unclaimed, settled_at__isnull=True, asked_at__range=(now - STILL_WANTED, now - LEASE))
    for key in missed.values_list("pk", flat=True):
        wake(fetch_task, str(key))
    AskedQuestion.objects.filter(asked_at__lt=now - FORGOTTEN_AFTER).delete()
