"""The command that fills the directories of a sandbox."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from data_service_directory.models import DataService
from deployments.model import Environment
from deployments.reader import read_deployment
from evidence_broker.models import EvidenceTypeList

pytestmark = pytest.mark.django_db


def test_the_sandbox_is_filled_and_a_second_run_changes_nothing(capsys):
    call_command("seed_directories")
    call_command("seed_directories")

    assert (EvidenceTypeList.objects.count(), DataService.objects.count()) == (5, 5)
    assert "sandbox-directory.toml" in capsys.readouterr().out


def test_finland_is_filled_with_its_own(settings):
    settings.DEPLOYMENT = read_deployment("finland", port=9443)

    call_command("seed_directories", verbosity=0)

    assert {service.owner for service in DataService.objects.all()} == {"FI"}


def test_a_deployment_without_seeds_stays_empty(settings):
    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, name="elsewhere")

    call_command("seed_directories", verbosity=0)

    assert not DataService.objects.exists()


def test_seeds_are_for_the_sandbox_only(settings):
    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, environment=Environment.ACCEPTANCE)

    with pytest.raises(CommandError):
        call_command("seed_directories")
