"""Sealing and wiping the citizen, and comparing two mentions of one."""

from datetime import datetime

from deployments import service as deployments
from edm.messages.persons import ConfirmedPerson, ConfirmedSubject, NaturalPerson
from edm.messages.persons import Subject as Person
from evidence_exchange.models import Exchange, Subject

PURPOSE = "evidence_exchange.subject"


def index_of(person: Person | ConfirmedSubject) -> str:
    """The same for two mentions of one person; it cannot be turned back (exchange-flow 13.3)."""
    if isinstance(person, NaturalPerson | ConfirmedPerson):
        canonical: tuple[str, ...] = ("natural", person.family_name, person.given_name, person.date_of_birth.isoformat())
    else:
        canonical = ("legal", person.eidas_identifier)
    escaped = "|".join(piece.casefold().replace("\\", "\\\\").replace("|", "\\|") for piece in canonical)
    return deployments.sealer().blind_index(escaped, purpose=PURPOSE)


def keep_subject(exchange: Exchange, message_id: str, content: bytes, person: Person | None, wipe_due: datetime | None) -> None:
    """Seal a request for the work that is still to be done with it."""
    subject = Subject(exchange=exchange, message_id=message_id, wipe_due=wipe_due, index="" if person is None else index_of(person))
    subject.seal(content)
    subject.save()


def wipe_subject(exchange: Exchange) -> None:
    """Forget the citizen; the blind index stays."""
    Subject.objects.filter(exchange=exchange).exclude(sealed=None).update(sealed=None)


def wipe_message_subject(exchange: Exchange, message_id: str) -> None:
    Subject.objects.filter(exchange=exchange, message_id=message_id).update(sealed=None)


def is_same_person(exchange: Exchange, person: Person | ConfirmedSubject) -> bool | None:
    """Is this whom the first request of the exchange was about? None when that is not known any more."""
    first = Subject.objects.filter(exchange=exchange).exclude(index="").order_by("pk").values_list("index", flat=True).first()
    return None if first is None else first == index_of(person)
