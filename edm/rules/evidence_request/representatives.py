"""Who acts for the subject, and how far their power reaches."""

import re
from collections.abc import Iterator

from edm.regrep.namespaces import Element
from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import COMPANY, PERSON, REPRESENTATIVE, REPRESENTING_COMPANY
from edm.rules.forms import HAS_EIDAS_SCHEME, HAS_SCHEME, IS_COUNTRY, IS_DATE, IS_EIDAS_IDENTIFIER, IS_LEVEL
from edm.rules.judgements import attribute_in, in_list, must, states, text_of
from edm.rules.places import place
from edm.rules.report import Severity
from edm.vocabulary.procedures import ACCEPTED_PROCEDURES
from edm.vocabulary.schemes import IDENTIFIER_SCHEMES

representative_rules = RuleBook("4.6")

IDENTIFIER = place(f"{REPRESENTATIVE}/sdg:Identifier")
EIDAS_IDENTIFIER = place(f"{REPRESENTATIVE}/sdg:Identifier[@schemeID='eidas']")
COMPANY_IDENTIFIER = place(f"{REPRESENTING_COMPANY}/sdg:LegalPersonIdentifier")
OTHER_IDENTIFIER = place(f"{REPRESENTING_COMPANY}/sdg:Identifier")
ATTRIBUTE_VALUES = place(f"{REPRESENTING_COMPANY}/sdg:SectorSpecificAttribute/sdg:AttributeValue")
GENDERS = {"Male", "Female", "Unspecified", "0", "1", "2", "3", "4", "5", "6", "9"}
SCOPE = "sdg:SectorSpecificAttribute[normalize-space(sdg:AttributeName)='PowerOfRepresentationScope']"

representative_rules.judge("R-EDM-REQ-C058", place(REPRESENTATIVE), states("sdg:LevelOfAssurance"))
representative_rules.judge("R-EDM-REQ-C059", place(f"{REPRESENTATIVE}/sdg:LevelOfAssurance"), IS_LEVEL)
representative_rules.judge("R-EDM-REQ-C060", place(REPRESENTATIVE), states("sdg:Identifier"), severity=Severity.WARNING)
representative_rules.judge("R-EDM-REQ-C061", EIDAS_IDENTIFIER, IS_EIDAS_IDENTIFIER)
representative_rules.judge("R-EDM-REQ-C062", IDENTIFIER, HAS_SCHEME)
# The wording also allows eidas2 for tests; the assertion does not, so the rules of that profile are never reached.
representative_rules.judge("R-EDM-REQ-C063", IDENTIFIER, HAS_EIDAS_SCHEME)
representative_rules.judge("R-EDM-REQ-C064", place(f"{REPRESENTATIVE}/sdg:DateOfBirth"), IS_DATE)
representative_rules.judge("R-EDM-REQ-C067", place(f"{REPRESENTATIVE}/sdg:CurrentAddress/sdg:AdminUnitLevel1"), IS_COUNTRY)
representative_rules.judge("R-EDM-REQ-C078", place(f"{REPRESENTATIVE}/sdg:Nationality"), IS_COUNTRY)
representative_rules.judge("R-EDM-REQ-C079", place(f"{REPRESENTATIVE}/sdg:CountryOfBirth"), IS_COUNTRY)
representative_rules.judge("R-EDM-REQ-C080", place(f"{REPRESENTATIVE}/sdg:CountryOfResidence"), IS_COUNTRY)
# The text speaks of a list, the assertion accepts one code; every sectoral attribute is judged, whatever it is.
representative_rules.judge(
    "R-EDM-REQ-C081",
    place(f"{REPRESENTATIVE}/sdg:SectorSpecificAttribute/sdg:AttributeValue"),
    in_list(ACCEPTED_PROCEDURES, "Procedures"),
)
representative_rules.judge("R-EDM-REQ-C124", place(f"{REPRESENTATIVE}/sdg:Gender"), in_list(GENDERS, "Gender"))
representative_rules.judge(
    "R-EDM-REQ-C126",
    place(f"{REPRESENTATIVE}[sdg:Identifier/@schemeID='eidas']"),
    must(
        "sdg:Gender[normalize-space()='Male' or normalize-space()='Female' or normalize-space()='Unspecified']",
        "A representative with an eIDAS identifier must have one of the eIDAS genders.",
    ),
)

representative_rules.judge("R-EDM-REQ-C082", place(REPRESENTING_COMPANY), states("sdg:LevelOfAssurance"))
representative_rules.judge("R-EDM-REQ-C083", place(f"{REPRESENTING_COMPANY}/sdg:LevelOfAssurance"), IS_LEVEL)
representative_rules.judge("R-EDM-REQ-C084", place(REPRESENTING_COMPANY), states("sdg:LegalPersonIdentifier"))
representative_rules.judge("R-EDM-REQ-C085", COMPANY_IDENTIFIER, IS_EIDAS_IDENTIFIER)
representative_rules.judge("R-EDM-REQ-C086", COMPANY_IDENTIFIER, HAS_SCHEME)
representative_rules.judge("R-EDM-REQ-C087", COMPANY_IDENTIFIER, HAS_EIDAS_SCHEME)
representative_rules.judge("R-EDM-REQ-C088", OTHER_IDENTIFIER, HAS_SCHEME)
representative_rules.judge("R-EDM-REQ-C089", OTHER_IDENTIFIER, attribute_in("schemeID", IDENTIFIER_SCHEMES, "IdentifierSchemes"))
# The rule names an element that a legal person does not have.
representative_rules.judge("R-EDM-REQ-C090", place(f"{REPRESENTING_COMPANY}/sdg:CurrentAddress/sdg:AdminUnitLevel1"), IS_COUNTRY)


@representative_rules.rule("R-EDM-REQ-C091")
def scope_of_a_representing_company_lists_procedures(document: Element) -> Iterator[str]:
    """The published expression itself fails on a second sectoral attribute, so a second one is a fault here."""
    values = ATTRIBUTE_VALUES(document)
    if len(values) > 1:
        yield "A representing legal person may have only one sectoral attribute."
    for value in values:
        if not all(code in ACCEPTED_PROCEDURES for code in re.split(r",\s*", text_of(value))):
            yield "The power of representation is no list of procedures."


REPRESENTATIVES = place(REPRESENTATIVE, REPRESENTING_COMPANY)
ON_THE_SUBJECT = place(f"{PERSON}[{SCOPE}]", f"{COMPANY}[{SCOPE}]")
states_its_scope = must(SCOPE, "A representative must state the scope of their power.")


@representative_rules.rule("CH-2.3-a")
def only_representatives_state_a_scope(document: Element) -> Iterator[str]:
    for representative in REPRESENTATIVES(document):
        if (explanation := states_its_scope(representative)) is not None:
            yield explanation
    for _ in ON_THE_SUBJECT(document):
        yield "The subject states a power of representation."
