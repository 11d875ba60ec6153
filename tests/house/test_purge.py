from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings

import exchange_log.service
from edm.vocabulary.parties import ParticipantId
from exchange_log.models import LogEntry
from exchange_log.service import Event, Side
from oots_portal import tasks

NOW = datetime(2027, 6, 1, tzinfo=UTC)
AUTHORITY = ParticipantId("500000001", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:PT")


def recorded(at):
    exchange_log.service.record(Event.REQUEST_SENT, at=at, side=Side.REQUESTER, authority=AUTHORITY)


@pytest.mark.django_db
def test_the_nightly_purge_drops_what_is_past_retention_and_nothing_else():
    retention = timedelta(days=settings.OOTS["LOG_RETENTION_DAYS"])
    recorded(NOW - retention - timedelta(days=1))
    recorded(NOW - retention + timedelta(days=1))

    with time_machine.travel(NOW, tick=False):
        tasks.purge()

    assert [entry.at for entry in LogEntry.objects.all()] == [NOW - retention + timedelta(days=1)]


def test_the_purge_is_scheduled_and_twelve_months_are_the_floor():
    assert settings.CELERY_BEAT_SCHEDULE["purge"]["task"] == "oots_portal.tasks.purge"
    assert settings.OOTS["LOG_RETENTION_DAYS"] >= 365
