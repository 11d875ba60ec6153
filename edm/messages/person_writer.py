"""Writes persons; the order of their elements is that of the schema (EDM reference 4 and 6.5)."""

from edm.messages.addresses import write_address
from edm.messages.persons import ConfirmedLegalPerson, ConfirmedPerson, ConfirmedSubject, LegalPerson, NaturalPerson, SectorAttribute
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child, optional_child
from edm.vocabulary.schemes import EIDAS


def write_natural_person(parent: Element, person: NaturalPerson) -> None:
    element = child(parent, "sdg:Person")
    child(element, "sdg:LevelOfAssurance", person.level_of_assurance)
    _eidas_identifier(element, "sdg:Identifier", person.eidas_identifier)
    child(element, "sdg:FamilyName", person.family_name)
    child(element, "sdg:GivenName", person.given_name)
    child(element, "sdg:DateOfBirth", person.date_of_birth.isoformat())
    optional_child(element, "sdg:BirthName", person.birth_name)
    optional_child(element, "sdg:PlaceOfBirth", person.place_of_birth)
    write_address(element, "sdg:CurrentAddress", person.current_address)
    optional_child(element, "sdg:Gender", person.gender)
    optional_child(element, "sdg:Nationality", person.nationality)
    optional_child(element, "sdg:CountryOfBirth", person.country_of_birth)
    optional_child(element, "sdg:TownOfBirth", person.town_of_birth)
    optional_child(element, "sdg:CountryOfResidence", person.country_of_residence)
    optional_child(element, "sdg:PhoneNumber", person.phone_number)
    optional_child(element, "sdg:EmailAddress", person.email_address)
    _sector_attributes(element, person.sector_attributes)


def write_legal_person(parent: Element, person: LegalPerson) -> None:
    element = child(parent, "sdg:LegalPerson")
    child(element, "sdg:LevelOfAssurance", person.level_of_assurance)
    for identifier in person.identifiers:
        attribute(child(element, "sdg:Identifier", identifier.value), "schemeID", identifier.scheme)
    _eidas_identifier(element, "sdg:LegalPersonIdentifier", person.eidas_identifier)
    child(element, "sdg:LegalName", person.legal_name)
    write_address(element, "sdg:RegisteredAddress", person.registered_address)
    optional_child(element, "sdg:LegalPhoneNumber", person.phone_number)
    optional_child(element, "sdg:LegalEmailAddress", person.email_address)
    _sector_attributes(element, person.sector_attributes)


def write_confirmed_subject(parent: Element, subject: ConfirmedSubject) -> None:
    match subject:
        case ConfirmedPerson():
            element = child(parent, "sdg:NaturalPerson")
            _eidas_identifier(element, "sdg:Identifier", subject.eidas_identifier)
            child(element, "sdg:FamilyName", subject.family_name)
            child(element, "sdg:GivenName", subject.given_name)
            child(element, "sdg:DateOfBirth", subject.date_of_birth.isoformat())
            optional_child(element, "sdg:PlaceOfBirth", subject.place_of_birth)
        case ConfirmedLegalPerson():
            element = child(parent, "sdg:LegalPerson")
            _eidas_identifier(element, "sdg:LegalPersonIdentifier", subject.eidas_identifier)
            child(element, "sdg:LegalName", subject.legal_name)


def _eidas_identifier(parent: Element, name: str, identifier: str | None) -> None:
    if identifier is not None:
        attribute(child(parent, name, identifier), "schemeID", EIDAS)


def _sector_attributes(parent: Element, attributes: tuple[SectorAttribute, ...]) -> None:
    for sectoral in attributes:
        element = child(parent, "sdg:SectorSpecificAttribute")
        child(element, "sdg:AttributeName", sectoral.name)
        child(element, "sdg:AttributeURI", sectoral.uri)
        child(element, "sdg:AttributeValue", sectoral.value)
