"""The start says when the cryptography the login needs is missing."""

import pytest

from deployments.service import state_folder
from eid_auth.service_provider import checks, service


def test_the_installed_libraries_pass():
    assert checks.login_cryptography(None) == []


def test_two_versions_of_libxml2_are_an_error(monkeypatch):
    monkeypatch.setattr(checks.xmlsec, "get_libxml_version", lambda: (2, 9, 14))

    assert [error.id for error in checks.login_cryptography(None)] == ["eid_auth.E001"]


def test_an_old_libxmlsec_is_an_error(monkeypatch):
    monkeypatch.setattr(checks.xmlsec, "get_libxmlsec_version", lambda: (1, 2, 37))

    assert [error.id for error in checks.login_cryptography(None)] == ["eid_auth.E002"]


@pytest.mark.parametrize(("test", "code"), [("verifies_pss", "E003"), ("decrypts_gcm", "E004")])
def test_a_missing_algorithm_is_an_error(monkeypatch, test, code):
    monkeypatch.setattr(checks, test, lambda: False)

    assert [error.id for error in checks.login_cryptography(None)] == [f"eid_auth.{code}"]


def test_the_keys_of_every_service_provider_exist_before_the_first_login(db):
    service.prepare()

    names = {path.name for path in (state_folder() / "keys").glob("*.key.pem")}
    assert {"saml-pt-signing.key.pem", "saml-es-encryption.key.pem", "eidas-node-signing.key.pem"} <= names
    assert "saml-de-signing.key.pem" not in names
