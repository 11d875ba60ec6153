"""What the log keeps, and what it never shows."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from deployments import service as deployments
from edm.messages.persons import LegalPerson, NaturalPerson
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import ParticipantId
from exchange_log import service
from exchange_log.events import Event, Side
from exchange_log.models import LogEntry, LogIsAppendOnly
from exchange_log.subjects import canonical_form, subject_index

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
EXCHANGE = UUID("5f2c2f57-6a39-4a54-8c62-1e4f6b1b2a01")
UNIVERSITY = ParticipantId("500000001", "urn:example:PT")
pytestmark = pytest.mark.django_db


def person(**changes):
    facts = {
        "level_of_assurance": LevelOfAssurance.HIGH,
        "family_name": "Groß",
        "given_name": "Jürgen",
        "date_of_birth": date(1984, 3, 2),
        "eidas_identifier": "DE/PT/mock-7f3a91c2",
    }
    return NaturalPerson(**facts | changes)


def record(event=Event.REQUEST_SENT, **facts):
    service.record(event, **{"at": NOON, "side": Side.REQUESTER, "authority": UNIVERSITY, "exchange_id": EXCHANGE} | facts)


def test_the_story_of_an_exchange_is_told_in_order():
    record(Event.REQUEST_SENT, at=NOON + timedelta(seconds=1))
    record(Event.REQUEST_INTENT, at=NOON)
    record(Event.REQUEST_RECEIVED, at=NOON + timedelta(seconds=1), side="provider")
    record(Event.REQUEST_INTENT, exchange_id=UUID(int=7))

    story = service.timeline(EXCHANGE)

    assert [entry.event for entry in story] == [Event.REQUEST_INTENT, Event.REQUEST_SENT, Event.REQUEST_RECEIVED]
    assert [entry.side for entry in story] == [Side.REQUESTER, Side.REQUESTER, Side.PROVIDER]
    assert story[0].authority == UNIVERSITY


def test_no_column_says_who_the_person_is():
    record(subject=person(), body=b"<query>Gro\xc3\x9f</query>", body_type="application/x-ebrs+xml")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM exchange_log_logentry")
        stored = repr([bytes(cell) if isinstance(cell, memoryview) else cell for cell in cursor.fetchone()])

    for word in ("Groß", "Gro\\xc3", "Jürgen", "1984", "7f3a91c2"):
        assert word not in stored


def test_the_body_opens_byte_for_byte_and_only_in_its_own_row():
    body = b"\xff\xfe not even text"
    record(body=body, body_type="application/pdf")
    row = LogEntry.objects.get()

    opened = deployments.sealer().open(bytes(row.sealed_body), context=f"exchange_log_entry.body:{row.seal}")

    assert opened == body
    assert row.body_type == "application/pdf"
    with pytest.raises(Exception, match="does not open"):
        deployments.sealer().open(bytes(row.sealed_body), context=f"exchange_log_entry.body:{UUID(int=1)}")


def test_the_rows_of_a_person_are_found_whatever_the_case_of_the_letters():
    record(subject=person())
    record(subject=person(family_name="GROSS"))
    record(subject=person(family_name="Groll"))

    assert service.rows_about(person()) == 2


def test_a_legal_person_is_its_identifier_alone():
    company = LegalPerson(level_of_assurance=LevelOfAssurance.HIGH, eidas_identifier="DE/PT/123", legal_name="Backhaus GmbH")
    renamed = LegalPerson(level_of_assurance=LevelOfAssurance.LOW, eidas_identifier="DE/PT/123", legal_name="Backhaus AG")

    assert subject_index(company) == subject_index(renamed)


def test_no_name_imitates_another_person():
    shifted = person(family_name="a|b", given_name="c")
    other = person(family_name="a", given_name="b|c")

    assert canonical_form(shifted) != canonical_form(other)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: LogEntry.objects.update(error_code="changed"),
        lambda: LogEntry.objects.all().delete(),
        lambda: LogEntry.objects.bulk_update([], ["error_code"]),
        lambda: LogEntry.objects.get().save(),
        lambda: LogEntry.objects.get().delete(),
    ],
)
def test_a_row_is_neither_changed_nor_deleted(attempt):
    record()

    with pytest.raises(LogIsAppendOnly):
        attempt()

    assert service.timeline(EXCHANGE)[0].error_code == ""


def test_a_row_goes_when_its_retention_has_passed_and_not_before():
    record(at=NOON - timedelta(days=400))
    record(at=NOON - timedelta(days=360))

    assert service.purge(NOON) == 1
    assert len(service.timeline(EXCHANGE)) == 1


def test_less_than_twelve_months_stop_the_start(settings):
    from exchange_log.checks import keeps_the_log_for_twelve_months

    settings.OOTS = settings.OOTS | {"LOG_RETENTION_DAYS": 364}

    assert [fault.id for fault in keeps_the_log_for_twelve_months(None)] == ["exchange_log.E001"]
