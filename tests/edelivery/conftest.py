"""Two access points of one deployment, a clock that stands still, and receivers that write down what they get."""

from datetime import UTC, datetime

import pytest
from django.conf import settings as django_settings

from deployments import service as deployments
from deployments.clock import FixedClock
from edelivery import service
from edelivery.receivers import receivers
from edelivery.seeding import seed_parties
from edelivery.transport.in_memory import InMemoryTransport
from edm.vocabulary.actions import ACTIONS, SERVICE


class Correspondence:
    """A floor above: receives everything and hears what became of what was sent."""

    def __init__(self):
        self.received = []
        self.acknowledged_ids = []
        self.failures = []

    def receive(self, message):
        self.received.append(message)

    def acknowledged(self, message_id, at):
        self.acknowledged_ids.append(message_id)

    def undeliverable(self, message_id, reason, at):
        self.failures.append((message_id, reason))


@pytest.fixture(autouse=True)
def adapters(settings):
    settings.OOTS = django_settings.OOTS | {
        "GATEWAY": "edelivery.gateways.own.OwnAccessPoint",
        "TRANSPORT": "edelivery.transport.in_process.InProcessTransport",
        "KEEP_WIRE_SECONDS": 3600,
    }


@pytest.fixture
def clock(monkeypatch) -> FixedClock:
    fixed = FixedClock(datetime.now(UTC).replace(microsecond=0))
    monkeypatch.setattr(deployments, "clock", lambda: fixed)
    return fixed


@pytest.fixture
def correspondence(monkeypatch) -> Correspondence:
    monkeypatch.setattr(receivers, "_receivers", {})
    monkeypatch.setattr(receivers, "_listeners", [])
    floor_above = Correspondence()
    for action in ACTIONS:
        service.register_receiver(SERVICE, action, floor_above.receive)
    service.register_delivery_listener(floor_above)
    return floor_above


@pytest.fixture
def parties(db):
    seed_parties()


@pytest.fixture
def silence() -> InMemoryTransport:
    """Nobody answers, whatever is posted."""
    return InMemoryTransport()
