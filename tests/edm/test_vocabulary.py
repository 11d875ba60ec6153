import pytest

from edm.errors import CorrespondentFault
from edm.vocabulary import exceptions, semantic_repository
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.countries import COUNTRIES, OOTS_COUNTRIES
from edm.vocabulary.languages import LANGUAGES
from edm.vocabulary.lines import V2_0, spoken_line
from edm.vocabulary.parties import ParticipantId
from edm.vocabulary.procedures import PROCEDURES
from edm.vocabulary.schemes import EAS_CODES, EIDAS_IDENTIFIER, is_participant


def test_levels_of_assurance_are_compared_by_rank():
    assert sorted(LevelOfAssurance, key=lambda level: level.rank) == ["Low", "Substantial", "High"]
    assert LevelOfAssurance.HIGH.meets(LevelOfAssurance.SUBSTANTIAL)
    assert not LevelOfAssurance.LOW.meets(LevelOfAssurance.SUBSTANTIAL)


def test_greece_is_el():
    assert "EL" in COUNTRIES
    assert "GR" not in COUNTRIES
    no_address = OOTS_COUNTRIES - COUNTRIES
    assert no_address == {"EU"}


def test_the_lists_have_the_size_of_the_published_ones():
    assert [len(codes) for codes in (COUNTRIES, LANGUAGES, OOTS_COUNTRIES, PROCEDURES, EAS_CODES)] == [249, 184, 31, 29, 98]


def test_the_eight_exceptions_have_eight_codes_and_types():
    assert [known.code for known in exceptions.EXCEPTIONS] == [f"EDM:ERR:000{number}" for number in range(1, 9)]
    assert len({known.type for known in exceptions.EXCEPTIONS}) == 8
    assert exceptions.exception_of_code("EDM:ERR:0002") is exceptions.MISSING_AUTHORIZATION
    assert exceptions.exception_of_code("EDM:ERR:0009") is None


def test_a_line_we_do_not_speak_is_refused_by_name():
    assert spoken_line("oots-edm:v2.0") is V2_0
    with pytest.raises(CorrespondentFault, match=r"oots-edm:v1\.2"):
        spoken_line("oots-edm:v1.2")


@pytest.mark.parametrize(
    ("identifier", "is_sound"),
    [
        (ParticipantId("DE1", "urn:cef.eu:names:identifier:EAS:9930"), True),
        (ParticipantId("X", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:EL"), True),
        (ParticipantId("X", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots"), True),
        (ParticipantId("X", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:GR"), False),
        (ParticipantId("X", "urn:cef.eu:names:identifier:eas:9930"), False),
        (ParticipantId("X" * 255, "urn:cef.eu:names:identifier:EAS:9930"), True),
        (ParticipantId("X" * 256, "urn:cef.eu:names:identifier:EAS:9930"), False),
    ],
)
def test_an_authority_has_a_scheme_of_the_lists(identifier, is_sound):
    assert is_participant(identifier) is is_sound


@pytest.mark.parametrize(
    ("identifier", "is_sound"),
    [("DE/PT/123456", True), ("de/pt/123456", True), ("xDE/PT/123456", True), ("DE/PT/12345", False), ("GR/PT/123456", False)],
)
def test_a_person_identifier_names_two_countries(identifier, is_sound):
    assert bool(EIDAS_IDENTIFIER.search(identifier)) is is_sound


def test_the_path_of_an_identifier_is_its_key_whatever_the_host():
    paths = {semantic_repository.path_of(f"https://{host}/requirements/1") for host in ("sr.oots.tech.ec.europa.eu", "localhost:8443")}

    assert paths == {"requirements/1"}
