"""Who the access points are, and how two installations tell each other."""

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from deployments.keys import KeyStore
from edelivery import service
from edelivery.errors import PartnerRefused
from edelivery.models import Party
from edelivery.partners import export_parties, import_parties
from edelivery.seeding import seed_parties
from edm.vocabulary.parties import PartyId
from tests.edelivery.factories import GERMANY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]
FINLAND = PartyId("AP_FI_01", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:FI")


@pytest.fixture(scope="module")
def finnish_pair(tmp_path_factory):
    return KeyStore(tmp_path_factory.mktemp("keys"), may_create=True, rsa_bits=2048).rsa("as4-ap_fi_01")


@pytest.fixture
def finnish(finnish_pair):
    return {
        "id": FINLAND.value,
        "type": FINLAND.type,
        "country": "FI",
        "endpoint": "https://localhost:9443/as4",
        "certificate": finnish_pair.certificate.public_bytes(Encoding.PEM).decode(),
        "preview_hosts": ["fi.localhost:9443"],
    }


def test_every_member_state_played_here_is_a_party(settings):
    assert {row.key for row in Party.objects.all()} == {s.access_point.party for s in settings.DEPLOYMENT.member_states}


def test_seeding_twice_changes_nothing():
    before = list(Party.objects.values("party_id", "fingerprint", "endpoint"))

    seed_parties()

    assert list(Party.objects.values("party_id", "fingerprint", "endpoint")) == before


def test_seeding_never_replaces_a_pinned_certificate(finnish):
    Party.objects.filter(party_id=GERMANY.value).update(certificate=finnish["certificate"], fingerprint="f" * 64)

    seed_parties()

    assert Party.objects.get(party_id=GERMANY.value).certificate == finnish["certificate"]


def test_a_preview_lies_on_the_member_states_own_origin():
    assert service.preview_hosts(GERMANY) == frozenset({"de.localhost:8443"})


def test_nobody_knows_the_hosts_of_a_stranger():
    assert service.preview_hosts(FINLAND) == frozenset()
    assert not service.is_known_party(FINLAND)


def test_a_partner_is_known_after_its_bundle_was_imported(finnish, finnish_pair):
    fingerprints = import_parties([finnish], deployment="finland")

    assert fingerprints == {"AP_FI_01": finnish_pair.fingerprint}
    assert service.is_known_party(FINLAND)
    assert service.preview_hosts(FINLAND) == frozenset({"fi.localhost:9443"})


def test_what_we_export_another_installation_imports():
    bundle = export_parties()
    Party.objects.all().delete()

    import_parties(bundle, deployment="sandbox")

    assert {row.key for row in Party.objects.filter(is_own=False)} == {PartyId(p["id"], p["type"]) for p in bundle}
    assert "PRIVATE" not in str(bundle)


def test_a_partner_renews_its_own_certificate(finnish):
    import_parties([finnish | {"certificate": export_parties()[0]["certificate"]}], deployment="finland")

    import_parties([finnish], deployment="finland")

    assert Party.objects.get(party_id="AP_FI_01").certificate == finnish["certificate"]


@pytest.mark.parametrize(
    "changes",
    [
        {"id": GERMANY.value, "type": GERMANY.type},
        {"id": ""},
        {"type": None},
        {"certificate": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"},
        {"country": "Finland"},
        {"endpoint": "somewhere"},
    ],
    ids=["our own party", "no identifier", "no type", "no certificate", "no country", "no endpoint"],
)
def test_a_bad_bundle_is_refused_whole(finnish, changes):
    with pytest.raises(PartnerRefused):
        import_parties([finnish, finnish | {"id": "AP_FI_02"} | changes], deployment="finland")

    assert not Party.objects.filter(country="FI").exists()


def test_a_partner_cannot_take_another_partners_party(finnish):
    import_parties([finnish], deployment="finland")

    with pytest.raises(PartnerRefused):
        import_parties([finnish], deployment="elsewhere")
