"""The real answers of the Commission's acceptance directories, from the bytes to the values."""

from datetime import timedelta
from uuid import UUID

import pytest

from common_services.messages.failures import FailureKind
from common_services.reading import read_answer
from common_services.trust import NotTrusted
from common_services.verification import verify
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import ParticipantId, PartyId
from tests.common_services.recorded import ACCEPTANCE_ROOT, NAMES, RECORDED_AT, query_of, recorded

ROOTS = frozenset({ACCEPTANCE_ROOT})


@pytest.mark.parametrize("name", NAMES)
def test_a_real_answer_is_verified_and_read(reference_data, name):
    answer = recorded(reference_data, name)

    verdict = verify(answer.body, answer.headers, ROOTS, RECORDED_AT)
    value = read_answer(query_of(name), answer.body)

    assert verdict.root == ACCEPTANCE_ROOT
    assert "EC-OOTS-CS-ACC" in verdict.signer
    assert value


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_byte_is_refused(reference_data, name):
    answer = recorded(reference_data, name)
    changed = answer.body.replace(b"oots-cs:v2.0", b"oots-cs:v2.1", 1)

    with pytest.raises(NotTrusted, match="digest"):
        verify(changed, answer.headers, ROOTS, RECORDED_AT)


def test_a_real_answer_is_not_trusted_without_its_root(reference_data):
    answer = recorded(reference_data, "eb_requirements_fr")

    with pytest.raises(NotTrusted, match="trusted root"):
        verify(answer.body, answer.headers, frozenset({"0" * 64}), RECORDED_AT)


@pytest.mark.parametrize("days", [-400, 800])
def test_a_real_answer_is_not_trusted_outside_the_life_of_its_certificate(reference_data, days):
    answer = recorded(reference_data, "eb_requirements_fr")

    with pytest.raises(NotTrusted, match="not valid at this time"):
        verify(answer.body, answer.headers, ROOTS, RECORDED_AT + timedelta(days=days))


def test_the_digest_of_one_answer_does_not_carry_the_signature_of_another(reference_data):
    one, other = recorded(reference_data, "eb_requirements_fr"), recorded(reference_data, "eb_requirements_vides")
    headers = {**one.headers, "oots-response-sig": other.headers["oots-response-sig"]}

    with pytest.raises(NotTrusted):
        verify(one.body, headers, ROOTS, RECORDED_AT)


def test_the_whole_catalogue_is_read(reference_data):
    requirements = read_answer(query_of("eb_requirements_catalogue"), recorded(reference_data, "eb_requirements_catalogue").body)

    declared = [framework for requirement in requirements for framework in requirement.frameworks]
    assert (len(requirements), len(declared), len({f.identifier for f in declared})) == (53, 687, 231)
    assert sum(len(jurisdiction.codes) for f in declared for jurisdiction in f.jurisdictions) == 12


def test_the_country_filters_lists_and_not_national_procedures(reference_data):
    options = read_answer(query_of("eb_evidence_types_fi"), recorded(reference_data, "eb_evidence_types_fi").body)

    assert len(options.requirement.frameworks) == 41
    assert [declared.country for declared in options.lists] == ["FI"]
    assert not options.lists[0].no_match


def test_a_data_service_is_read_whole(reference_data):
    (service,) = read_answer(query_of("dsd_data_services_fi"), recorded(reference_data, "dsd_data_services_fi").body)

    (access_service,) = service.access_services
    assert service.identifier == UUID("41170824-15d9-4c16-984e-63b75b937b8c")
    assert service.titles == {"EN": "Dummy PDF - FI", "FI": "Testi-PDF"}
    assert service.level_of_assurance is LevelOfAssurance.SUBSTANTIAL
    assert [(d.media_type, d.languages, d.conforms_to) for d in service.distributions] == [("application/pdf", ("EN",), None)]
    assert access_service.party == PartyId("AP_FI_03", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:FI")
    assert access_service.conforms_to == ("oots-edm:v2.0",)
    assert access_service.publisher.identifier == ParticipantId("FIKEHA02", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:FI")
    assert access_service.publisher.country == "FI"


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("eb_requirements_vides", FailureKind.UNKNOWN_PROCEDURE, "EB:ERR:0001"),
        ("dsd_aucun_service_fr", FailureKind.NO_PROVIDER, "DSD:ERR:0001"),
    ],
)
def test_a_real_refusal_is_a_failure_with_its_code(reference_data, name, kind, code):
    failure = read_answer(query_of(name), recorded(reference_data, name).body)

    assert (failure.kind, failure.code) == (kind, code)
