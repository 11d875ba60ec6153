import pytest

from common_services.addresses.base import addresses
from common_services.addresses.in_memory import InMemoryAddresses
from common_services.queries import Directory
from common_services.service import own_root, remember_directory
from deployments.model import DirectoryAddress
from edm.errors import WrongConfiguration

ROOT = "ab" * 32


@pytest.mark.django_db
def test_a_country_is_asked_where_its_bundle_says_and_all_others_at_our_own_directory():
    remember_directory("FI", "https://localhost:9443/eb", "https://localhost:9443/dsd", ROOT)

    finland = addresses().address_of(Directory.DATA_SERVICE_DIRECTORY, "FI")
    germany = addresses().address_of(Directory.EVIDENCE_BROKER, "DE")

    assert finland == DirectoryAddress(base_url="https://localhost:9443/dsd", trusted_roots=frozenset({ROOT}))
    assert germany.base_url.endswith("/eb")
    assert germany.trusted_roots == {own_root()}


def test_addresses_in_memory_serve_a_test_without_a_database(settings, monkeypatch):
    settings.OOTS = {**settings.OOTS, "DIRECTORY_ADDRESSES": "common_services.addresses.in_memory.InMemoryAddresses"}
    elsewhere = DirectoryAddress(base_url="https://elsewhere.localhost/eb", trusted_roots=frozenset({ROOT}))
    monkeypatch.setattr(InMemoryAddresses, "known", {(Directory.EVIDENCE_BROKER, None): elsewhere})

    assert addresses().address_of(Directory.EVIDENCE_BROKER, "DE") == elsewhere
    with pytest.raises(WrongConfiguration):
        addresses().address_of(Directory.DATA_SERVICE_DIRECTORY, "DE")
