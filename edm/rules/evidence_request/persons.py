"""Whom the request concerns."""

from edm.regrep.namespaces import Element
from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import COMPANY, PERSON
from edm.rules.forms import HAS_EIDAS_SCHEME, HAS_SCHEME, IS_COUNTRY, IS_DATE, IS_EIDAS_IDENTIFIER, IS_LEVEL
from edm.rules.judgements import attribute_in, must, states, text_of
from edm.rules.places import place
from edm.rules.report import Severity
from edm.vocabulary.countries import UID_SUPPRESSION_COUNTRIES
from edm.vocabulary.schemes import IDENTIFIER_SCHEMES

person_rules = RuleBook("4.6")

IDENTIFIER = place(f"{PERSON}/sdg:Identifier")
COMPANY_IDENTIFIER = place(f"{COMPANY}/sdg:LegalPersonIdentifier")
OTHER_IDENTIFIER = place(f"{COMPANY}/sdg:Identifier")


def is_not_suppressed(identifier: Element) -> str | None:
    if text_of(identifier)[:2].upper() in UID_SUPPRESSION_COUNTRIES:
        return "The country that issued the identity never lets its identifier travel."
    return None


person_rules.judge("R-EDM-REQ-C036", place(PERSON), states("sdg:LevelOfAssurance"))
person_rules.judge("R-EDM-REQ-C037", place(f"{PERSON}/sdg:LevelOfAssurance"), IS_LEVEL)
person_rules.judge(
    "R-EDM-REQ-C038",
    place(f"{PERSON}/sdg:Identifier[@schemeID='eidas']"),
    must("normalize-space()", "An identifier of scheme eidas should not be blank."),
    severity=Severity.WARNING,
)
person_rules.judge("R-EDM-REQ-C040", IDENTIFIER, IS_EIDAS_IDENTIFIER)
person_rules.judge("R-EDM-REQ-C041", IDENTIFIER, HAS_SCHEME)
# The wording also allows eidas2 for tests; the assertion does not.
person_rules.judge("R-EDM-REQ-C042", IDENTIFIER, HAS_EIDAS_SCHEME)
person_rules.judge("R-EDM-REQ-C043", place(f"{PERSON}/sdg:DateOfBirth"), IS_DATE)
person_rules.judge("R-EDM-REQ-C045", place(f"{PERSON}/sdg:CurrentAddress/sdg:AdminUnitLevel1"), IS_COUNTRY)
person_rules.judge("R-EDM-REQ-C075", place(f"{PERSON}/sdg:Nationality"), IS_COUNTRY)
person_rules.judge("R-EDM-REQ-C076", place(f"{PERSON}/sdg:CountryOfBirth"), IS_COUNTRY)
person_rules.judge("R-EDM-REQ-C077", place(f"{PERSON}/sdg:CountryOfResidence"), IS_COUNTRY)
person_rules.judge("CH-2.1-a", IDENTIFIER, is_not_suppressed)

person_rules.judge("R-EDM-REQ-C047", place(COMPANY), states("sdg:LevelOfAssurance"))
person_rules.judge("R-EDM-REQ-C048", place(f"{COMPANY}/sdg:LevelOfAssurance"), IS_LEVEL)
person_rules.judge("R-EDM-REQ-C049", place(COMPANY), states("sdg:LegalPersonIdentifier"))
person_rules.judge("R-EDM-REQ-C051", COMPANY_IDENTIFIER, IS_EIDAS_IDENTIFIER)
person_rules.judge("R-EDM-REQ-C052", COMPANY_IDENTIFIER, HAS_SCHEME)
person_rules.judge("R-EDM-REQ-C053", COMPANY_IDENTIFIER, HAS_EIDAS_SCHEME)
person_rules.judge("R-EDM-REQ-C054", OTHER_IDENTIFIER, HAS_SCHEME)
person_rules.judge("R-EDM-REQ-C055", OTHER_IDENTIFIER, attribute_in("schemeID", IDENTIFIER_SCHEMES, "IdentifierSchemes"))
person_rules.judge("R-EDM-REQ-C056", place(f"{COMPANY}/sdg:RegisteredAddress/sdg:AdminUnitLevel1"), IS_COUNTRY)
