"""The user's answers to the questions of the directory."""

import re

from edm.regrep.namespaces import Element
from edm.regrep.values import cleaned
from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import CLASSIFICATION, REQUEST
from edm.rules.forms import ENDS_IN_UUID, HAS_LANGUAGE, HAS_SCHEME, LANGUAGE_LISTED
from edm.rules.judgements import attribute_matches, holds, in_list, must, starts_secure, states
from edm.rules.places import place, slot
from edm.vocabulary.countries import OOTS_COUNTRIES
from edm.vocabulary.semantic_repository import CODE_LIST

provider_classification_rules = RuleBook("4.6")

CODED = f"{CLASSIFICATION}[normalize-space(sdg:Type)='codelist']"
TEXTUAL = f"{CLASSIFICATION}[normalize-space(sdg:Type)='string' or normalize-space(sdg:Type)='codelist']"
BOOLEAN = f"{CLASSIFICATION}[normalize-space(sdg:Type)='boolean']"
IDENTIFIER = place(f"{CLASSIFICATION}/sdg:Identifier")
SHORT_NAME = re.compile("[0-9A-Za-z]{2,50}")


def names_an_oots_country(identifier: Element) -> str | None:
    """Unlike elsewhere the test value `oots` is not accepted."""
    address = CODE_LIST.fullmatch(cleaned(identifier.get("schemeID")))
    return "The code list is of no country of OOTS." if address and address["country"] not in OOTS_COUNTRIES else None


def has_a_short_name(identifier: Element) -> str | None:
    address = CODE_LIST.fullmatch(cleaned(identifier.get("schemeID")))
    return "The code list has no name of 2 to 50 letters and digits." if address and not SHORT_NAME.fullmatch(address["name"]) else None


provider_classification_rules.judge(
    "R-EDM-REQ-S041",
    place(f"{slot(REQUEST, 'EvidenceProviderClassification')}/rim:Element"),
    holds("sdg:EvidenceProviderClassification"),
)
provider_classification_rules.judge("R-EDM-REQ-C019", IDENTIFIER, ENDS_IN_UUID)
provider_classification_rules.judge("R-EDM-REQ-C020", place(CLASSIFICATION), states("sdg:Type"))
provider_classification_rules.judge("R-EDM-REQ-C021", place(f"{CLASSIFICATION}/sdg:Description"), LANGUAGE_LISTED)
provider_classification_rules.judge("R-EDM-REQ-C022", place(f"{CLASSIFICATION}/sdg:Description"), HAS_LANGUAGE)
provider_classification_rules.judge("R-EDM-REQ-C023", place(CLASSIFICATION), states("sdg:SupportedValue"))
provider_classification_rules.judge(
    "R-EDM-REQ-C095", place(f"{CLASSIFICATION}/sdg:Type"), in_list({"string", "boolean", "codelist"}, "string, boolean, codelist")
)
provider_classification_rules.judge("R-EDM-REQ-C096", place(f"{CODED}/sdg:Identifier"), HAS_SCHEME)
provider_classification_rules.judge(
    "R-EDM-REQ-C097", IDENTIFIER, attribute_matches("schemeID", CODE_LIST, "a code list of the Semantic Repository")
)
provider_classification_rules.judge("R-EDM-REQ-C098", IDENTIFIER, names_an_oots_country)
provider_classification_rules.judge("R-EDM-REQ-C099", IDENTIFIER, has_a_short_name)
provider_classification_rules.judge("R-EDM-REQ-C100", place(CODED), states("sdg:ValueExpression"))
provider_classification_rules.judge("R-EDM-REQ-C101", place(f"{CODED}/sdg:ValueExpression"), starts_secure)
provider_classification_rules.judge("R-EDM-REQ-C102", place(CLASSIFICATION), holds("sdg:SupportedValue"))
provider_classification_rules.judge("R-EDM-REQ-C103", place(f"{TEXTUAL}/sdg:SupportedValue"), holds("sdg:StringValue"))
provider_classification_rules.judge("R-EDM-REQ-C104", place(f"{BOOLEAN}/sdg:SupportedValue"), holds("sdg:BooleanValue"))
provider_classification_rules.judge(
    "R-EDM-REQ-C105", place(CLASSIFICATION), must("count(sdg:SupportedValue)=1", "There must be exactly one SupportedValue.")
)
