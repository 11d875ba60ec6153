"""Callers of the API, with and without the key, and what the background does meanwhile."""

import pytest
from django.test import Client

from oots_portal.api.authentication import _key
from tests.common_services.seeds import seed_all
from tests.evidence_exchange.conftest import adapters, clock, journey

__all__ = ["adapters", "clock", "journey"]


class Caller:
    """Calls the door's API; `work` lets the background do what the call woke."""

    def __init__(self, commits, key=""):
        self._commits = commits
        self._client = Client(
            SERVER_NAME="localhost", headers={"Authorization": f"Bearer {key}"} if key else {}, raise_request_exception=False
        )

    def get(self, path, **parameters):
        return self._client.get(f"/api/v1/{path}", parameters, secure=True)

    def work(self, path, **parameters):
        """Asks twice, as one does who was told to come back in a moment."""
        with self._commits(execute=True):
            first = self.get(path, **parameters)
        return self.get(path, **parameters) if first.status_code == 503 else first

    def request(self, method, path):
        return self._client.generic(method, f"/api/v1/{path}", secure=True)


@pytest.fixture
def stranger(db, django_capture_on_commit_callbacks):
    return Caller(django_capture_on_commit_callbacks)


@pytest.fixture
def integrator(db, django_capture_on_commit_callbacks):
    return Caller(django_capture_on_commit_callbacks, _key().decode())


@pytest.fixture
def directories(db):
    seed_all()
