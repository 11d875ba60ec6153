"""What we say of ourselves and what we ask, held against the schemas and the profile (identity 2 and 4.2)."""

from datetime import UTC, datetime
from importlib.resources import files

import pytest
import xmlsec
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from deployments.service import deployment, keys
from edm.vocabulary.assurance import LevelOfAssurance
from eid_auth.mock_node import metadata as node_metadata
from eid_auth.service_provider.authn_request import AuthnRequest, new_request_id, write_authn_request
from eid_auth.service_provider.metadata import write_metadata
from eid_auth.service_provider.parties import service_provider
from eid_auth.service_provider.schema import eidas_schema
from eid_auth.service_provider.signing import sign_enveloped
from tests.eid_auth.browser import PORTAL

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def request_document():
    request = AuthnRequest(
        request_id=new_request_id(),
        issued_at=NOON,
        destination="https://node.example/sso",
        issuer=f"{PORTAL}/login/metadata",
        provider_name="Smith & Sons <University>",
        minimum=LevelOfAssurance.SUBSTANTIAL,
    )
    return etree.fromstring(sign_enveloped(write_authn_request(request), keys().rsa("saml-pt-signing"), position=1))


def holds(document, name) -> bool:
    context = xmlsec.SignatureContext()
    context.register_id(document, "ID")
    context.key = xmlsec.Key.from_memory(keys().rsa(name).certificate.public_bytes(Encoding.PEM), xmlsec.KeyFormat.CERT_PEM, None)
    try:
        context.verify(document.find("{*}Signature"))
    except xmlsec.Error:
        return False
    return True


def test_a_request_follows_the_schema_with_its_extensions(request_document):
    assert eidas_schema().validate(request_document), eidas_schema().error_log


def test_a_request_has_the_parts_of_the_profile_in_their_order(request_document):
    assert [etree.QName(child).localname for child in request_document] == [
        "Issuer",
        "Signature",
        "Extensions",
        "NameIDPolicy",
        "RequestedAuthnContext",
    ]
    assert request_document.get("ForceAuthn") == "true"
    assert request_document.get("IsPassive") == "false"
    assert request_document.get("ProviderName") == "Smith & Sons <University>"
    assert request_document.get("IssueInstant") == "2026-11-23T12:00:00Z"


def test_a_request_leaves_the_address_of_the_answer_to_metadata(request_document):
    assert "AssertionConsumerServiceURL" not in request_document.attrib
    assert "ProtocolBinding" not in request_document.attrib


def test_a_request_is_for_a_public_service_at_a_minimum_level(request_document):
    assert request_document.findtext(".//{*}SPType") == "public"
    assert request_document.find("{*}RequestedAuthnContext").get("Comparison") == "minimum"
    assert request_document.findtext(".//{*}AuthnContextClassRef") == "http://eidas.europa.eu/LoA/substantial"


def test_a_request_asks_for_the_minimum_data_set_and_never_for_a_representative(request_document):
    requested = {a.get("Name"): a.get("isRequired") for a in request_document.iter("{*}RequestedAttribute")}

    assert sum(required == "true" for required in requested.values()) == 4
    assert not any("representative" in name for name in requested)


def test_a_request_is_signed_with_pss_and_not_silently_with_something_else(request_document):
    assert request_document.find(".//{*}SignatureMethod").get("Algorithm").endswith("#sha256-rsa-MGF1")
    assert holds(request_document, "saml-pt-signing")


def test_request_ids_hold_128_random_bits():
    identifiers = {new_request_id() for _ in range(100)}

    assert len(identifiers) == 100
    assert all(i.startswith("_") and len(i) == 33 for i in identifiers)


def metadata_schema() -> etree.XMLSchema:
    folder = files("onelogin.saml2") / "schemas"
    return etree.XMLSchema(etree.parse(str(folder / "saml-schema-metadata-2.0.xsd")))


def test_our_metadata_follows_the_schema_and_is_signed_by_the_metadata_key(db, browser):
    document = etree.fromstring(browser.get(f"{PORTAL}/login/metadata").content)

    assert metadata_schema().validate(document), metadata_schema().error_log
    assert holds(document, "saml-pt-metadata")
    assert not holds(document, "saml-pt-signing")


def test_our_metadata_name_where_answers_go_and_separate_keys():
    document = etree.fromstring(write_metadata(service_provider(deployment().member_state("PT")), now=NOON))

    role = document.find("{*}SPSSODescriptor")
    service = role.find("{*}AssertionConsumerService")
    assert document.get("entityID") == f"{PORTAL}/login/metadata"
    assert (service.get("Location"), service.get("index"), service.get("isDefault")) == (f"{PORTAL}/login/acs", "0", "true")
    assert [key.get("use") for key in role.findall("{*}KeyDescriptor")] == ["signing", "encryption"]
    certificates = [c.text for c in role.iter("{*}X509Certificate")]
    assert len(set(certificates)) == 2
    assert document.find(".//{*}NodeCountry").text == "PT"
    assert document.find(".//{*}SPType") is None, "it travels in each request instead"
    assert document.get("validUntil") == "2026-11-25T12:00:00Z"


def test_a_member_state_without_a_procedure_has_no_metadata(browser):
    assert browser.get("https://de.localhost:8443/login/metadata").status_code == 404


def test_the_nodes_metadata_follow_the_schema():
    document = etree.fromstring(node_metadata.write_metadata(now=NOON))

    assert metadata_schema().validate(document), metadata_schema().error_log
    assert holds(document, "eidas-node-metadata")
