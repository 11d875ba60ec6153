"""The attributes of a natural person (eIDAS attribute profile); the key is the Name, never the FriendlyName."""

from dataclasses import dataclass

NATURAL = "http://eidas.europa.eu/attributes/naturalperson/"
LEGAL = "http://eidas.europa.eu/attributes/legalperson/"
REPRESENTATIVE = ("http://eidas.europa.eu/attributes/naturalperson/representative/", f"{LEGAL}representative/")

PERSON_IDENTIFIER = f"{NATURAL}PersonIdentifier"
FAMILY_NAME = f"{NATURAL}CurrentFamilyName"
GIVEN_NAME = f"{NATURAL}CurrentGivenName"
DATE_OF_BIRTH = f"{NATURAL}DateOfBirth"
BIRTH_NAME = f"{NATURAL}BirthName"
PLACE_OF_BIRTH = f"{NATURAL}PlaceOfBirth"
GENDER = f"{NATURAL}Gender"


@dataclass(frozen=True, slots=True)
class RequestedAttribute:
    """One attribute we ask for."""

    name: str
    friendly_name: str
    required: bool


MINIMUM_DATA_SET = (
    RequestedAttribute(PERSON_IDENTIFIER, "PersonIdentifier", required=True),
    RequestedAttribute(FAMILY_NAME, "FamilyName", required=True),
    RequestedAttribute(GIVEN_NAME, "FirstName", required=True),
    RequestedAttribute(DATE_OF_BIRTH, "DateOfBirth", required=True),
)
OPTIONAL = (
    RequestedAttribute(BIRTH_NAME, "BirthName", required=False),
    RequestedAttribute(PLACE_OF_BIRTH, "PlaceOfBirth", required=False),
    RequestedAttribute(GENDER, "Gender", required=False),
)
MANDATORY_NAMES = frozenset(attribute.name for attribute in MINIMUM_DATA_SET)
SCRIPT_VARIANTS = frozenset({FAMILY_NAME, GIVEN_NAME, BIRTH_NAME})
