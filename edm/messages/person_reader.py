"""Reads persons (EDM reference 4 and 6.5)."""

from dataclasses import dataclass

from edm.errors import CorrespondentFault
from edm.messages.addresses import read_address
from edm.messages.persons import (
    ConfirmedLegalPerson,
    ConfirmedPerson,
    ConfirmedSubject,
    LegalPerson,
    NaturalPerson,
    OtherIdentifier,
    SectorAttribute,
)
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import optional_text, required_attribute, required_date, required_text
from edm.regrep.values import cleaned
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.schemes import EIDAS


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRules:
    """The rules a person breaks in one place of a message."""

    assurance: str
    level: str
    scheme: str
    eidas: str
    identifier: str | None = None
    birth: str | None = None
    other_scheme: str | None = None


def read_natural_person(person: Element, rules: PersonRules) -> NaturalPerson:
    return NaturalPerson(
        level_of_assurance=_level_of_assurance(person, rules),
        eidas_identifier=_eidas_identifier(person, "sdg:Identifier", rules),
        family_name=required_text(person, "sdg:FamilyName"),
        given_name=required_text(person, "sdg:GivenName"),
        date_of_birth=required_date(person, "sdg:DateOfBirth", rule=rules.birth),
        birth_name=optional_text(person, "sdg:BirthName"),
        place_of_birth=optional_text(person, "sdg:PlaceOfBirth"),
        current_address=read_address(person, "sdg:CurrentAddress"),
        gender=optional_text(person, "sdg:Gender"),
        nationality=optional_text(person, "sdg:Nationality"),
        country_of_birth=optional_text(person, "sdg:CountryOfBirth"),
        town_of_birth=optional_text(person, "sdg:TownOfBirth"),
        country_of_residence=optional_text(person, "sdg:CountryOfResidence"),
        phone_number=optional_text(person, "sdg:PhoneNumber"),
        email_address=optional_text(person, "sdg:EmailAddress"),
        sector_attributes=_sector_attributes(person),
    )


def read_legal_person(person: Element, rules: PersonRules) -> LegalPerson:
    return LegalPerson(
        level_of_assurance=_level_of_assurance(person, rules),
        identifiers=tuple(
            OtherIdentifier(scheme=required_attribute(found, "schemeID", rule=rules.other_scheme), value=cleaned(found.text))
            for found in person.iterfind(named("sdg:Identifier"))
        ),
        eidas_identifier=_required_eidas_identifier(person, rules),
        legal_name=required_text(person, "sdg:LegalName"),
        registered_address=read_address(person, "sdg:RegisteredAddress"),
        phone_number=optional_text(person, "sdg:LegalPhoneNumber"),
        email_address=optional_text(person, "sdg:LegalEmailAddress"),
        sector_attributes=_sector_attributes(person),
    )


def read_confirmed_subject(is_about: Element, natural: PersonRules, legal: PersonRules) -> ConfirmedSubject:
    """The subject of an evidence, whose element is named otherwise than in the request."""
    person = is_about.find(named("sdg:NaturalPerson"))
    if person is not None:
        return ConfirmedPerson(
            eidas_identifier=_eidas_identifier(person, "sdg:Identifier", natural),
            family_name=required_text(person, "sdg:FamilyName"),
            given_name=required_text(person, "sdg:GivenName"),
            date_of_birth=required_date(person, "sdg:DateOfBirth", rule=natural.birth),
            place_of_birth=optional_text(person, "sdg:PlaceOfBirth"),
        )
    company = is_about.find(named("sdg:LegalPerson"))
    if company is None:
        raise CorrespondentFault("The evidence is about nobody.")
    return ConfirmedLegalPerson(
        eidas_identifier=_required_eidas_identifier(company, legal),
        legal_name=required_text(company, "sdg:LegalName"),
    )


def _level_of_assurance(person: Element, rules: PersonRules) -> LevelOfAssurance:
    level = required_text(person, "sdg:LevelOfAssurance", rule=rules.assurance)
    if level not in list(LevelOfAssurance):
        raise CorrespondentFault("The level of assurance is none of Low, Substantial and High.", rule=rules.level)
    return LevelOfAssurance(level)


def _eidas_identifier(person: Element, name: str, rules: PersonRules) -> str | None:
    found = person.find(named(name))
    if found is None or not cleaned(found.text):
        return None
    if required_attribute(found, "schemeID", rule=rules.scheme) != EIDAS:
        raise CorrespondentFault("The identifier of a person is not of scheme eidas.", rule=rules.eidas)
    return cleaned(found.text)


def _required_eidas_identifier(person: Element, rules: PersonRules) -> str:
    identifier = _eidas_identifier(person, "sdg:LegalPersonIdentifier", rules)
    if identifier is None:
        raise CorrespondentFault("The legal person has no identifier.", rule=rules.identifier)
    return identifier


def _sector_attributes(person: Element) -> tuple[SectorAttribute, ...]:
    return tuple(
        SectorAttribute(
            name=required_text(found, "sdg:AttributeName"),
            uri=required_text(found, "sdg:AttributeURI"),
            value=required_text(found, "sdg:AttributeValue"),
        )
        for found in person.iterfind(named("sdg:SectorSpecificAttribute"))
    )
