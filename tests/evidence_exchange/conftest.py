"""Both sides of an exchange in one process: real messages through the real `/as4` view, a clock that is moved by hand."""

from datetime import UTC, datetime

import pytest
from django.conf import settings as django_settings

from deployments import service as deployments
from deployments.clock import FixedClock
from edelivery.ports import gateway
from edelivery.seeding import seed_parties
from edelivery.service import OutboundMessage
from tests.evidence_exchange.journey import Journey


@pytest.fixture(autouse=True)
def adapters(settings):
    settings.OOTS = django_settings.OOTS | {
        "GATEWAY": "edelivery.gateways.own.OwnAccessPoint",
        "TRANSPORT": "edelivery.transport.in_process.InProcessTransport",
    }


@pytest.fixture
def clock(monkeypatch) -> FixedClock:
    fixed = FixedClock(datetime.now(UTC).replace(microsecond=0))
    monkeypatch.setattr(deployments, "clock", lambda: fixed)
    return fixed


@pytest.fixture
def journey(db, clock, django_capture_on_commit_callbacks) -> Journey:
    seed_parties()
    return Journey(clock, django_capture_on_commit_callbacks)


@pytest.fixture
def outbox(settings) -> list[OutboundMessage]:
    """What is handed to our access point, and stays there."""
    settings.OOTS = settings.OOTS | {"GATEWAY": "edelivery.gateways.in_memory.InMemoryGateway"}
    kept = gateway()
    kept.outbox.clear()
    return kept.outbox
