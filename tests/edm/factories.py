"""A small cast: Ada, a citizen; Bruno, who acts for her; the university that asks; the register that knows."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from edm.messages.addresses import Address
from edm.messages.evidence_error import EvidenceError, Occurrence
from edm.messages.evidence_request import (
    EvidenceRequest,
    ProviderClassification,
    RequestedDistribution,
    RequestedEvidenceType,
    Requirement,
)
from edm.messages.evidence_response import Document, EvidencePackage, EvidenceResponse, Supplement, ValidityPeriod
from edm.messages.persons import (
    POWER_OF_REPRESENTATION,
    ConfirmedLegalPerson,
    LegalPerson,
    NaturalPerson,
    OtherIdentifier,
    SectorAttribute,
)
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.documents import AssociatedDocument
from edm.vocabulary.exceptions import MISSING_AUTHORIZATION, OBJECT_NOT_FOUND
from edm.vocabulary.parties import Authority, ParticipantId

NOON = datetime(2026, 10, 6, 12, 0, tzinfo=UTC)
REPOSITORY = "https://sr.oots.tech.ec.europa.eu"
CLASSIFICATION = f"{REPOSITORY}/evidencetypeclassifications/DE/00000000-0000-4000-8000-00000000d001"
DATA_MODEL = f"{REPOSITORY}/datamodels/degree-1"

UNIVERSITY = Authority(
    identifier=ParticipantId("500000001", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:PT"),
    names={"PT": "Universidade do Mondego", "EN": "University of the Mondego"},
    country="PT",
)
# An agent that stands alone has no address on the wire.
UNIVERSITY_ALONE = Authority(identifier=UNIVERSITY.identifier, names=UNIVERSITY.names, country="")
PLATFORM = Authority(
    identifier=ParticipantId("PLATFORM", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:PT"), names={"EN": "Platform"}, country=""
)
REGISTER = Authority(
    identifier=ParticipantId("DE000000001", "urn:cef.eu:names:identifier:EAS:9930"), names={"DE": "Hochschulregister"}, country="DE"
)
REGISTER_ALONE = Authority(identifier=REGISTER.identifier, names=REGISTER.names, country="")

ADDRESS = Address(
    country="DE",
    full_address="Am Ufer 1, 12345 Elbaue",
    locator_designator="1",
    post_code="12345",
    post_city_name="Elbaue",
    thoroughfare="Am Ufer",
    region="DE60",
)
SCOPE = SectorAttribute(name=POWER_OF_REPRESENTATION, uri="https://example.eu/scope", value="T2")

ADA = NaturalPerson(
    level_of_assurance=LevelOfAssurance.HIGH,
    eidas_identifier="DE/PT/ada-0001",
    family_name="Groß",
    given_name="Ada",
    date_of_birth=date(1984, 3, 2),
)
ADA_IN_FULL = NaturalPerson(
    level_of_assurance=LevelOfAssurance.HIGH,
    eidas_identifier="DE/PT/ada-0001",
    family_name="Groß",
    given_name="Ada",
    date_of_birth=date(1984, 3, 2),
    birth_name="Groß & Söhne <Ada>",
    place_of_birth="Elbaue",
    current_address=ADDRESS,
    gender="Female",
    nationality="DE",
    country_of_birth="EL",
    town_of_birth="Athen",
    country_of_residence="DE",
    phone_number="+49 30 000",
    email_address="ada@example.eu",
    sector_attributes=(SectorAttribute(name="Matriculation", uri="https://example.eu/matriculation", value="0815"),),
)
BRUNO = NaturalPerson(
    level_of_assurance=LevelOfAssurance.SUBSTANTIAL,
    eidas_identifier="IT/PT/bruno-01",
    family_name="Rossi",
    given_name="Bruno",
    date_of_birth=date(1985, 5, 5),
    current_address=ADDRESS,
    gender="Male",
    nationality="IT",
    country_of_birth="IT",
    country_of_residence="DE",
    sector_attributes=(SCOPE,),
)
MILL = LegalPerson(
    level_of_assurance=LevelOfAssurance.SUBSTANTIAL,
    eidas_identifier="DE/PT/mill-0001",
    legal_name="Mühle GmbH",
    identifiers=(OtherIdentifier(scheme="VAT", value="DE123"),),
    registered_address=ADDRESS,
    phone_number="+49 30 111",
    email_address="mill@example.eu",
)
AGENCY = LegalPerson(
    level_of_assurance=LevelOfAssurance.HIGH,
    eidas_identifier="DE/PT/agency-01",
    legal_name="Agentur",
    identifiers=(OtherIdentifier(scheme="LEI", value="LEI1"),),
    sector_attributes=(SectorAttribute(name=POWER_OF_REPRESENTATION, uri="https://example.eu/scope", value="T1, T2"),),
)

REQUIREMENT = Requirement(
    identifier=f"{REPOSITORY}/requirements/00000000-0000-4000-8000-00000000a001",
    names={"EN": "Proof of tertiary education", "PT": "Prova de ensino superior"},
    descriptions={"EN": "That a degree was awarded"},
)
CODED = ProviderClassification(
    identifier=UUID("00000000-0000-4000-8000-00000000c001"),
    type="codelist",
    value="north",
    scheme=f"{REPOSITORY}/codelists/DE/Regions",
    value_expression="https://example.eu/regions.gc",
    descriptions={"EN": "In which region?"},
)
TEXTUAL = ProviderClassification(identifier=UUID("00000000-0000-4000-8000-00000000c002"), type="string", value="Elbaue")
YES_OR_NO = ProviderClassification(identifier=UUID("00000000-0000-4000-8000-00000000c003"), type="boolean", value=True)

DEGREE = RequestedEvidenceType(
    data_service_id=UUID("00000000-0000-4000-8000-00000000e001"),
    classification=CLASSIFICATION,
    titles={"EN": "Degree", "DE": "Zeugnis"},
    descriptions={"EN": "A degree of a university"},
    distributions=(
        RequestedDistribution(
            media_type="application/xml", languages=("DE",), conforms_to=DATA_MODEL, associated=("HumanReadableVersion", "Translation")
        ),
        RequestedDistribution(media_type="application/pdf", languages=("EN", "DE")),
    ),
)


def evidence_request(**changed: object) -> EvidenceRequest:
    """A first request with what is mandatory."""
    facts: dict[str, object] = {
        "request_id": UUID("00000000-0000-4000-8000-000000000001"),
        "issued_at": NOON,
        "procedure_code": "T2",
        "preview_possible": True,
        "explicitly_requested": True,
        "requirements": (REQUIREMENT,),
        "requester": UNIVERSITY,
        "provider": REGISTER_ALONE,
        "subject": ADA,
        "evidence_type": DEGREE,
    }
    return EvidenceRequest(**(facts | changed))  # type: ignore[arg-type]


def second_request(**changed: object) -> EvidenceRequest:
    """The request that follows the preview exception, with all a request may carry."""
    facts: dict[str, object] = {
        "subject": ADA_IN_FULL,
        "intermediaries": (PLATFORM,),
        "representative": BRUNO,
        "representative_legal_person": AGENCY,
        "provider_classifications": (CODED, TEXTUAL, YES_OR_NO),
        "preview_location": "https://de.localhost/preview/token",
        "return_location": "https://pt.localhost/return/token",
    }
    return evidence_request(**(facts | changed))


DOCUMENT = Document(
    identifier=UUID("00000000-0000-4000-8000-00000000f001"),
    content_id="degree1@register.example",
    title="Zeugnis.xml",
    subject=ADA_IN_FULL.confirmed,
    issuing_authority=REGISTER_ALONE,
    classification=CLASSIFICATION,
    titles={"EN": "Degree"},
    descriptions={"EN": "A degree of a university"},
    issuing_date=date(2008, 7, 31),
    media_type="application/xml",
    languages=("DE",),
    conforms_to=DATA_MODEL,
    validity=ValidityPeriod(start=date(2008, 7, 31), end=date(2099, 12, 31)),
)
READABLE, TRANSLATION, ANNEX = (
    Supplement(
        kind=kind,
        identifier=UUID(f"00000000-0000-4000-8000-00000000f00{number}"),
        content_id=f"supplement{number}@register.example",
        title=f"{kind}.pdf",
        media_type="application/pdf",
        languages=("EN",),
    )
    for number, kind in enumerate(
        (AssociatedDocument.HUMAN_READABLE_VERSION, AssociatedDocument.TRANSLATION, AssociatedDocument.ANNEX), start=2
    )
)
PACKAGE = EvidencePackage(main=DOCUMENT, supplements=(READABLE, TRANSLATION, ANNEX))
OF_THE_MILL = EvidencePackage(
    main=Document(
        identifier=UUID("00000000-0000-4000-8000-00000000f009"),
        content_id="extract@register.example",
        title="Auszug.pdf",
        subject=ConfirmedLegalPerson(eidas_identifier=MILL.eidas_identifier, legal_name=MILL.legal_name),
        issuing_authority=REGISTER_ALONE,
        classification=CLASSIFICATION,
        titles={"EN": "Extract"},
        issuing_date=date(2020, 1, 1),
        media_type="application/pdf",
    )
)


def evidence_response(**changed: object) -> EvidenceResponse:
    """An answer with one package that has everything."""
    facts: dict[str, object] = {
        "request_id": UUID("00000000-0000-4000-8000-000000000001"),
        "response_id": UUID("00000000-0000-4000-8000-000000000002"),
        "issued_at": NOON,
        "provider": REGISTER,
        "requester": UNIVERSITY_ALONE,
        "packages": (PACKAGE,),
    }
    return EvidenceResponse(**(facts | changed))  # type: ignore[arg-type]


PREVIEW = Occurrence(
    exception=MISSING_AUTHORIZATION,
    occurred_at=NOON,
    preview_location="https://de.localhost/preview/token",
    preview_descriptions={"EN": "Look at your document", "DE": "Sehen Sie Ihr Dokument an"},
)
NOT_FOUND = Occurrence(exception=OBJECT_NOT_FOUND, occurred_at=NOON, detail="no unique match")


def evidence_error(**changed: object) -> EvidenceError:
    """An answer that leads to the preview."""
    facts: dict[str, object] = {
        "request_id": UUID("00000000-0000-4000-8000-000000000001"),
        "response_id": UUID("00000000-0000-4000-8000-000000000003"),
        "error_provider": REGISTER,
        "requester": UNIVERSITY_ALONE,
        "exceptions": (PREVIEW,),
    }
    return EvidenceError(**(facts | changed))  # type: ignore[arg-type]


def counted_ids() -> Callable[[], UUID]:
    numbers = count(1)
    return lambda: UUID(int=next(numbers) | 4 << 76 | 8 << 60)
