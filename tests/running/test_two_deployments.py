"""Two installations on one machine that share nothing but the bundles they exchanged."""

import json
import shutil
import time

import pytest

from oots_portal.stranger.browser import Browser
from tests.running.deployments import ROOT, running

pytestmark = pytest.mark.running


@pytest.fixture(scope="module")
def finland(tmp_path_factory):
    with running(tmp_path_factory.mktemp("finland") / "state", name="finland") as deployment:
        yield deployment


@pytest.fixture(scope="module")
def partners(sandbox, finland):
    """The sandbox and Finland after each took in the other's bundle."""
    finland.manage("import_partner", "-", input=sandbox.manage("export_partner").stdout)
    sandbox.manage("import_partner", "-", input=finland.manage("export_partner").stdout)
    return sandbox, finland


def walk(deployment, *arguments):
    done = deployment.manage("run_exchange", "--json", *arguments, check=False)
    return json.loads(done.stdout)


def test_a_document_travels_from_one_deployment_to_the_other(partners):
    sandbox, finland = partners

    report = walk(sandbox, "--country", "FI")

    assert report["complaints"] == []
    provided = finland.shell("from exchange_log.models import LogEntry; print(LogEntry.objects.filter(event='response_sent').count())")
    assert provided == "1"
    assert finland.state != sandbox.state


def test_with_another_certificate_of_the_peer_nothing_is_delivered(partners):
    sandbox, finland = partners
    replace = """
from edelivery.models import Party
from deployments.service import keys
party = Party.objects.get(party_id="AP_PT_01")
old = party.certificate
party.certificate = keys().rsa("somebody-else").certificate_pem.decode()
party.save()
print(old)
"""
    before = finland.shell("from edelivery.models import InboxMessage; print(InboxMessage.objects.count())")
    old = finland.shell(replace)
    try:
        report = walk(sandbox, "--country", "FI")

        assert not report["passed"]
        assert finland.shell("from edelivery.models import InboxMessage; print(InboxMessage.objects.count())") == before
    finally:
        finland.shell(f"from edelivery.models import Party\nParty.objects.filter(party_id='AP_PT_01').update(certificate='''{old}\n''')")


def test_the_portal_offers_what_another_deployments_directory_publishes(sandbox, tmp_path):
    folder, state = tmp_path / "deployments", tmp_path / "state"
    folder.mkdir()
    text = (ROOT / "deployments" / "sandbox.toml").read_text()
    for service in ("eb", "dsd"):
        text = text.replace(
            f'{service} = "https://localhost:{{port}}/{service}"', f'{service} = "https://localhost:{sandbox.port}/{service}"'
        )
    (folder / "visitor.toml").write_text(text)
    (state / "trust").mkdir(parents=True)
    shutil.copy(sandbox.authority, state / "trust" / "sandbox.pem")
    root = sandbox.shell("from common_services.service import own_root; print(own_root())")
    variables = {"OOTS_DEPLOYMENTS": str(folder), "OOTS_DIRECTORY_ROOTS": root}

    with running(state, name="visitor", variables=variables) as visitor:
        own = visitor.shell("from evidence_broker.models import Requirement; print(Requirement.objects.count())")
        page = _settled(Browser(visitor.authority), visitor.origin("PT") + "/what-you-need")

    assert own == "0"
    offered = page.tree.xpath("//input[@name='country']/@value")
    assert {"DE", "FR", "EE", "BG", "EL"} <= set(offered)


def test_with_the_register_emptied_nothing_is_approved(tmp_path):
    folder = tmp_path / "deployments"
    shutil.copytree(ROOT / "deployments" / "seeds", folder / "seeds")
    shutil.copy(ROOT / "deployments" / "sandbox.toml", folder)
    (folder / "seeds" / "registers-sandbox.toml").write_text("[labels]\n")

    with running(tmp_path / "state", variables={"OOTS_DEPLOYMENTS": str(folder)}) as emptied:
        done = emptied.manage("run_exchange", "--scenario", "approved", check=False)

    assert done.returncode == 1


def _settled(browser, url):
    deadline = time.monotonic() + 20
    while True:
        page = browser.open(url)
        if page.has("//input[@name='country']") or time.monotonic() > deadline:
            return page
        time.sleep(0.2)
