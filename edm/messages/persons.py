"""Whom an exchange concerns (EDM reference 4 and 6.5)."""

from dataclasses import dataclass
from datetime import date

from edm.messages.addresses import Address
from edm.vocabulary.assurance import LevelOfAssurance

POWER_OF_REPRESENTATION = "PowerOfRepresentationScope"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorAttribute:
    """An attribute of one sector; a representative's power of representation travels as one (TDD 2.3)."""

    name: str
    uri: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherIdentifier:
    """A further identifier of a legal person; its scheme is one of IdentifierSchemes."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NaturalPerson:
    """A person as the login vouches for them; the identifier is absent when the country suppresses it."""

    level_of_assurance: LevelOfAssurance
    family_name: str
    given_name: str
    date_of_birth: date
    eidas_identifier: str | None = None
    birth_name: str | None = None
    place_of_birth: str | None = None
    current_address: Address | None = None
    gender: str | None = None
    nationality: str | None = None
    country_of_birth: str | None = None
    town_of_birth: str | None = None
    country_of_residence: str | None = None
    phone_number: str | None = None
    email_address: str | None = None
    sector_attributes: tuple[SectorAttribute, ...] = ()

    @property
    def confirmed(self) -> "ConfirmedPerson":
        """What an answer may repeat of this person."""
        return ConfirmedPerson(
            eidas_identifier=self.eidas_identifier,
            family_name=self.family_name,
            given_name=self.given_name,
            date_of_birth=self.date_of_birth,
            place_of_birth=self.place_of_birth,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalPerson:
    """A company or another body with rights of its own."""

    level_of_assurance: LevelOfAssurance
    eidas_identifier: str
    legal_name: str
    identifiers: tuple[OtherIdentifier, ...] = ()
    registered_address: Address | None = None
    phone_number: str | None = None
    email_address: str | None = None
    sector_attributes: tuple[SectorAttribute, ...] = ()

    @property
    def confirmed(self) -> "ConfirmedLegalPerson":
        """What an answer may repeat of this person."""
        return ConfirmedLegalPerson(eidas_identifier=self.eidas_identifier, legal_name=self.legal_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedPerson:
    """The natural person an evidence is about, as the provider's register knows them."""

    family_name: str
    given_name: str
    date_of_birth: date
    eidas_identifier: str | None = None
    place_of_birth: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedLegalPerson:
    """The legal person an evidence is about."""

    eidas_identifier: str
    legal_name: str


Subject = NaturalPerson | LegalPerson
ConfirmedSubject = ConfirmedPerson | ConfirmedLegalPerson
