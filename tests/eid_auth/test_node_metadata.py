"""A node's metadata are believed under a pinned certificate and no other way."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from lxml import etree

from deployments.model import Environment
from deployments.service import keys
from edm.errors import WrongConfiguration
from eid_auth.mock_node.metadata import write_metadata
from eid_auth.service_provider.models import NodeMetadata
from eid_auth.service_provider.parties import trusted_node
from tests.eid_auth.browser import NODE, PORTAL


@pytest.fixture
def metadata(tmp_path):
    """The mock node's own metadata and the certificate of its metadata key, as files."""
    (tmp_path / "node.xml").write_bytes(write_metadata(now=datetime.now(UTC)))
    (tmp_path / "pinned.pem").write_bytes(keys().rsa("eidas-node-metadata").certificate_pem)
    return tmp_path


def run(folder, *options):
    call_command("import_node_metadata", str(folder / "node.xml"), f"--certificate={folder / 'pinned.pem'}", *options)


def test_imported_metadata_name_the_node_that_is_trusted(db, metadata, capsys):
    run(metadata, "--unsigned-assertions")

    node = trusted_node()
    assert (node.entity_id, node.sso_url) == (f"{NODE}/mock-eidas/metadata", f"{NODE}/mock-eidas/sso")
    assert node.certificates == (keys().rsa("eidas-node-signing").certificate,)
    assert node.signs_assertions is False
    assert node.sso_url in capsys.readouterr().out


def test_a_login_works_on_imported_metadata(browser, metadata):
    run(metadata)

    browser.log_in("P1", "DE")

    assert browser.address == f"{PORTAL}/signed-in"


def test_another_certificate_is_not_enough(db, metadata):
    (metadata / "pinned.pem").write_bytes(keys().rsa("eidas-node-signing").certificate_pem)

    with pytest.raises(CommandError, match="not the trusted node's"):
        run(metadata)


def test_changed_metadata_are_not_believed(db, metadata):
    path = metadata / "node.xml"
    path.write_bytes(path.read_bytes().replace(b"/mock-eidas/sso", b"/evil"))

    with pytest.raises(CommandError, match="not believed"):
        run(metadata)


def test_unsigned_metadata_are_not_believed(db, metadata):
    document = etree.fromstring((metadata / "node.xml").read_bytes())
    document.remove(document.find("{*}Signature"))
    (metadata / "node.xml").write_bytes(etree.tostring(document))

    with pytest.raises(CommandError, match="not believed"):
        run(metadata)


def test_expired_metadata_are_refused_and_stop_counting(db, metadata):
    (metadata / "node.xml").write_bytes(write_metadata(now=datetime.now(UTC) - timedelta(days=3)))
    with pytest.raises(CommandError, match="expired"):
        run(metadata)

    (metadata / "node.xml").write_bytes(write_metadata(now=datetime.now(UTC)))
    run(metadata)
    NodeMetadata.objects.update(valid_until=datetime.now(UTC))
    with pytest.raises(WrongConfiguration, match="expired"):
        trusted_node()


def test_a_missing_file_is_a_sentence(db, metadata):
    (metadata / "node.xml").unlink()

    with pytest.raises(CommandError, match=r"node\.xml"):
        run(metadata)


def test_outside_the_sandbox_no_node_is_taken_for_granted(db, settings):
    from dataclasses import replace

    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, environment=Environment.PRODUCTION)

    with pytest.raises(WrongConfiguration, match="import_node_metadata"):
        trusted_node()
