"""Outside the sandbox: a coherent deployment passes its checks, and parts of the sandbox stop the start, all named at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COHERENT = """
environment = "production"
door = "https://oots.country.example"
semantic_repository = "https://sr.oots.tech.ec.europa.eu"
languages = ["en", "fr"]
outbound_hosts = ["*.example"]

[directories]
eb = "https://eb.oots.example"
dsd = "https://dsd.oots.example"

[eidas_node]
origin = "https://node.country.example"
countries = ["DE", "FR"]

[clocks.regular]
requester = { first_answer = "6min", redirection = "15min", decision = "41min" }
provider = { first_answer = "5min", redirection = "16min", decision = "40min" }

[[member_state]]
country = "PT"
origin = "https://procedures.country.example"
edm_lines = ["2.0"]
clocks = "regular"
procedures = ["master-application"]
requester = { id = "500000001", scheme = "urn:oasis:names:tc:ebcore:partyid-type:unregistered:PT", names = { EN = "University" } }
access_point = { id = "AP_PT_01", type = "urn:example:party", endpoint = "https://as4.country.example/as4" }
"""
PROVIDERS = 'providers = [{ id = "1", scheme = "urn:cef.eu:names:identifier:EAS:9930", names = { EN = "Register" } }]\n'


@pytest.fixture
def manage(tmp_path):
    """`manage.py` with production settings and a deployment of one's own."""

    def run(described, *arguments):
        (tmp_path / "country.toml").write_text(described)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("OOTS_", "DJANGO_SETTINGS"))}
        variables = {
            "DJANGO_SETTINGS_MODULE": "oots_portal.settings.production",
            "OOTS_DEPLOYMENTS": str(tmp_path),
            "OOTS_DEPLOYMENT": "country",
            "OOTS_STATE": str(tmp_path / "state"),
            "OOTS_DATABASE_URL": "postgres://nobody@database.example/oots",
            "OOTS_BROKER_URL": "redis://broker.example/0",
        }
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return subprocess.run(command, env=kept | variables, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    return run


def test_a_coherent_deployment_passes_its_checks(manage):
    done = manage(COHERENT, "check")

    assert (done.returncode, done.stderr) == (0, "")


def test_every_part_of_the_sandbox_is_named_at_once(manage):
    described = (
        COHERENT.replace("outbound_hosts", "allow_plain_http = true\noutbound_hosts")
        .replace('["*.example"]', '["*.example", "*.localhost"]')
        .replace('door = "https://oots.country.example"', 'door = "https://localhost:8443"')
        .replace("https://procedures.country.example", "https://pt.localhost:8443")
        .replace('origin = "https://node.country.example"', 'mock = true\norigin = "https://eidas.localhost:8443"')
        .replace('"https://eb.oots.example"', '"http://eb.oots.example"')
        .replace("https://as4.country.example/as4", "http://as4.country.example/as4")
        .replace('first_answer = "6min"', 'first_answer = "4min"')
        .replace('redirection = "16min"', 'redirection = "14min"')
        .replace('decision = "41min"', 'decision = "39min"')
    )

    done = manage(described, "check")

    assert done.returncode != 0
    for offender in (
        "allow_plain_http",
        "the mock eIDAS node",
        " localhost is a sandbox address",
        " pt.localhost is a sandbox address",
        " eidas.localhost is a sandbox address",
        " *.localhost is a sandbox address",
        "http://eb.oots.example is not https",
        "http://as4.country.example/as4 is not https",
        "first_answer",
        "redirection",
        "decision",
    ):
        assert offender in done.stderr


def test_registers_of_invented_people_stop_a_provider(manage):
    done = manage(COHERENT + PROVIDERS, "check")

    assert done.returncode != 0
    assert "evidence_exchange.E001" in done.stderr


@pytest.mark.parametrize("command", ["run_exchange", "prepare_demo", "seed_directories"])
def test_the_commands_of_the_sandbox_refuse(manage, command):
    done = manage(COHERENT, command)

    assert done.returncode == 1
    assert "sandbox only" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_exists_in_the_sandbox_only_is_not_there(manage):
    code = (
        "from django.conf import settings as s; from importlib import import_module as i; from django.apps import apps;"
        "print(apps.is_installed('eid_auth.mock_node'), s.OOTS['MAY_CREATE_KEYS'], s.OOTS['KEEP_WIRE_SECONDS'], s.SECURE_HSTS_SECONDS > 0,"
        "'mock' in str(i('oots_portal.urls.eidas').urlpatterns), 'sandbox' in str(i('oots_portal.api.urls').urlpatterns))"
    )

    assert manage(COHERENT, "shell", "-v", "0", "-c", code).stdout.split() == ["False", "False", "0", "True", "False", "False"]


def test_the_demonstration_does_not_start(manage, tmp_path):
    (tmp_path / "country.toml").write_text(COHERENT)
    variables = {"OOTS_DEPLOYMENTS": str(tmp_path), "OOTS_DEPLOYMENT": "country", "OOTS_STATE": str(tmp_path / "state")}

    done = subprocess.run(
        [sys.executable, "-m", "deployments.demo"],
        env=os.environ | variables, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert "no sandbox" in done.stderr
