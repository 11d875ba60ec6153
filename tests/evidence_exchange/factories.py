"""A cast with names, and the wishes they have."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from common_services.messages.data_services import AccessService, DataService, Distribution
from common_services.messages.requirements import Requirement
from deployments import service as deployments
from edm.messages.persons import NaturalPerson
from edm.vocabulary.assurance import LevelOfAssurance
from evidence_exchange.service import Wish

REPOSITORY = "https://sr.oots.tech.ec.europa.eu"
REQUIREMENT = Requirement(
    identifier=f"{REPOSITORY}/requirements/5247bb6b-6bec-43fd-9b2e-f99be2dbae39",
    names={"EN": "Proof of tertiary education qualification"},
)


def person(family: str, given: str, born: date, level=LevelOfAssurance.HIGH, **others) -> NaturalPerson:
    return NaturalPerson(level_of_assurance=level, family_name=family, given_name=given, date_of_birth=born, **others)


JURGEN = person("Groß", "Jürgen", date(1984, 3, 2), eidas_identifier="DE/PT/mock-7f3a91c2")
ELENI = person("Papadopoulou", "Eleni", date(1988, 2, 29))
MARIA = person("Rossi", "Maria", date(1985, 5, 5), LevelOfAssurance.SUBSTANTIAL)
VAINO = person("Tuntematon", "Väinö", date(1981, 6, 6))
ZOE = person("Lefèvre", "Zoé", date(1999, 4, 1), LevelOfAssurance.LOW)

PDF = ("application/pdf", None)
XML = ("application/xml", f"{REPOSITORY}/datamodels/higher-education-diploma")
# Per country: data service, evidence type, what it delivers, its languages.
SERVICES = {
    "DE": ("8941b2ea-c8a8-4b0c-93be-aab5d8214567", "DE/619757a7-1611-4d4b-ae03-5312611ec53a", PDF, ("DE", "EN")),
    "EE": ("11c01fda-16fc-4910-a563-94c604f31b87", "EE/bb70a186-0286-4330-8930-4711bd8c8e5c", XML, ("ET", "EN")),
    "EL": ("f0f506b7-f404-4b95-ba42-4a4eaf54bbac", "EL/30bcc4a1-c0c9-4906-b4cf-7808d7e8b4f4", PDF, ("EL", "EN")),
    "FR": ("679eaf4c-fda8-4a80-8400-5e52023660d4", "FR/e928bc29-bdfa-4d3c-b97f-06de4457a8d0", PDF, ("FR", "EN")),
    "FR-marks": ("90563cd2-29aa-4698-ad48-3fce29c0d812", "FR/6f102b40-ffe7-4a64-a24f-c3e6a4961f71", PDF, ("FR", "EN")),
}


def data_service(which: str = "DE") -> DataService:
    identifier, evidence_type, (media_type, model), languages = SERVICES[which]
    return DataService(
        identifier=UUID(identifier),
        classification=f"{REPOSITORY}/evidencetypeclassifications/{evidence_type}",
        titles={"EN": "Certificate of a university degree"},
        distributions=(Distribution(media_type=media_type, languages=languages, conforms_to=model),),
        level_of_assurance=LevelOfAssurance.SUBSTANTIAL,
    )


def access_service(country: str = "DE", conforms_to: tuple[str, ...] = ("oots-edm:v2.0",)) -> AccessService:
    state = deployments.deployment().member_state(country)
    return AccessService(party=state.access_point.party, conforms_to=conforms_to, publisher=state.providers[0])


def wish(subject: NaturalPerson = JURGEN, provider: str = "DE", **changes) -> Wish:
    return Wish(
        **{
            "key": str(uuid4()),
            "country": "PT",
            "conversation_id": uuid4(),
            "reference": "K7M-4QX",
            "procedure_code": "T2",
            "requirement": REQUIREMENT,
            "subject": subject,
            "data_service": data_service(provider),
            "access_service": access_service(provider[:2]),
            "languages": ("en",),
            "explicit_text_version": "2026-11",
            "language": "en",
            "confirmed_at": datetime.now(UTC),
        }
        | changes
    )
