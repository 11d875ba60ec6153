"""Who and what the portal's tests speak of; persons and authorities are invented."""

from datetime import UTC, date, datetime
from uuid import UUID

from common_services.messages.data_services import AccessService, DataService, Distribution
from common_services.messages.evidence_types import EvidenceType, EvidenceTypeList, RequirementOptions
from common_services.messages.jurisdictions import Jurisdiction
from common_services.messages.requirements import Requirement
from edm.messages.persons import NaturalPerson
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import Authority, ParticipantId, PartyId
from eid_auth.service_provider.identity import AuthenticatedIdentity

REQUIREMENT_ID = UUID("5247bb6b-6bec-43fd-9b2e-f99be2dbae39")
SR = "https://sr.example"
REQUIREMENT = Requirement(identifier=f"{SR}/requirements/{REQUIREMENT_ID}", names={"EN": "Proof of a degree", "FR": "Preuve d’un diplôme"})


def identity(name: str = "jürgen", assurance: LevelOfAssurance = LevelOfAssurance.HIGH) -> AuthenticatedIdentity:
    person = NaturalPerson(
        level_of_assurance=assurance,
        family_name="Groß",
        given_name=name.title(),
        date_of_birth=date(1984, 3, 2),
        eidas_identifier=f"DE/PT/{name}",
    )
    return AuthenticatedIdentity(
        person=person,
        original_script={},
        issuer_country="DE",
        authenticated_at=datetime.now(UTC),
        person_index=f"index-of-{name}",
    )


def kind(country: str, number: int) -> EvidenceType:
    own = {"DE": "Zeugnis", "FR": "Attestation", "EE": "Diplom", "EL": "Πτυχίο"}[country]
    titles = {"EN": f"Certificate {number} of {country}", country.replace("EE", "ET"): f"{own} {number}"}
    return EvidenceType(classification=f"{SR}/evidencetypeclassifications/{country}/{number}", titles=titles)


def one_way(country: str, numbers: tuple[int, ...]) -> EvidenceTypeList:
    return EvidenceTypeList(
        identifier=f"{country}-{'-'.join(map(str, numbers))}",
        names={"EN": f"Way of {country}"},
        evidence_types=tuple(kind(country, number) for number in numbers),
        jurisdiction=Jurisdiction(country),
    )


NO_MATCH = EvidenceTypeList(
    identifier="BG-none",
    no_match=True,
    match_descriptions={"EN": "On paper only.", "BG": "Само на хартия."},
    jurisdiction=Jurisdiction("BG"),
)
LISTS = (one_way("DE", (1,)), one_way("FR", (1, 2)), one_way("EE", (1,)), one_way("EE", (2,)), NO_MATCH)


def options(country: str | None) -> RequirementOptions:
    return RequirementOptions(requirement=REQUIREMENT, lists=tuple(way for way in LISTS if country in {None, way.country}))


def office(country: str, number: int = 1) -> AccessService:
    names = {"DE": {"DE": "Hochschulregister", "EN": "Degree register"}, "FR": {"FR": "Registre", "EN": "Register"}}.get(
        country, {"EN": f"Register of {country}"}
    )
    publisher = Authority(identifier=ParticipantId(f"{country}-{number}", "scheme"), names=names, country=country)
    return AccessService(party=PartyId(f"AP_{country}_01"), conforms_to=("oots-edm:v2.0",), publisher=publisher)


def data_service(
    classification: str, country: str, *, offices: int = 1, assurance: LevelOfAssurance | None = LevelOfAssurance.SUBSTANTIAL
) -> DataService:
    return DataService(
        identifier=UUID(int=sum(map(ord, classification)) | 4 << 76 | 8 << 60),
        classification=classification,
        titles={"EN": "A service"},
        distributions=(Distribution(media_type="application/pdf", languages=(country, "EN")),),
        access_services=tuple(office(country, number) for number in range(1, offices + 1)),
        level_of_assurance=assurance,
    )
