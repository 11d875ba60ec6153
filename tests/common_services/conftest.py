"""Directories that answer from memory, and a clock that stands still."""

from datetime import UTC, datetime

import pytest

from common_services.transport.in_memory import InMemoryTransport
from deployments import service as deployments
from deployments.clock import FixedClock

NOON = datetime(2026, 10, 2, 12, tzinfo=UTC)


@pytest.fixture
def directory(settings):
    """The in-memory transport, empty."""
    InMemoryTransport.clear()
    settings.OOTS = {**settings.OOTS, "DIRECTORY_TRANSPORT": "common_services.transport.in_memory.InMemoryTransport"}
    yield InMemoryTransport
    InMemoryTransport.clear()


@pytest.fixture
def clock(monkeypatch):
    standing = FixedClock(datetime.now(UTC))
    monkeypatch.setattr("common_services.service.clock", lambda: standing)
    return standing


@pytest.fixture
def signing_pair():
    return deployments.keys().directory_signing()
