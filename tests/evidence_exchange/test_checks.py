"""What stops the start."""

from dataclasses import replace

import pytest

from deployments import service as deployments
from deployments.model import Environment
from evidence_exchange.checks import invented_people_stay_in_the_sandbox


@pytest.fixture
def production(monkeypatch):
    described = replace(deployments.deployment(), environment=Environment.PRODUCTION)
    monkeypatch.setattr(deployments, "deployment", lambda: described)


def test_the_sandbox_may_have_invented_people():
    assert invented_people_stay_in_the_sandbox() == []


def test_invented_people_stop_every_other_start(production):
    (error,) = invented_people_stay_in_the_sandbox()

    assert error.id == "evidence_exchange.E001"


def test_a_register_of_ones_own_is_what_production_needs(production, settings):
    settings.OOTS = settings.OOTS | {"REGISTERS": "country.registers.Registers"}

    assert invented_people_stay_in_the_sandbox() == []
