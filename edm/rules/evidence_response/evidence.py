"""What a response says of each evidence (EDM reference 6.5)."""

from edm.rules.book import RuleBook
from edm.rules.evidence_response.paths import EVIDENCE, OUTER_OBJECT
from edm.rules.forms import (
    HAS_EIDAS_SCHEME,
    HAS_LANGUAGE,
    HAS_SCHEME,
    IS_DATA_MODEL,
    IS_DATE,
    IS_EIDAS_IDENTIFIER,
    IS_EVIDENCE_TYPE,
    IS_LANGUAGE,
    IS_MEDIA_TYPE,
    IS_UUID,
    LANGUAGE_LISTED,
    is_participant_identifier,
)
from edm.rules.judgements import must, only_children, states
from edm.rules.places import place
from edm.rules.report import Severity
from edm.vocabulary.media_types import UNSTRUCTURED

evidence_rules = RuleBook("4.6")

CONFORMANT = f"{EVIDENCE}/sdg:IsConformantTo"
DISTRIBUTION = f"{EVIDENCE}/sdg:Distribution"
PERSON = f"{EVIDENCE}/sdg:IsAbout/sdg:NaturalPerson"
COMPANY = f"{EVIDENCE}/sdg:IsAbout/sdg:LegalPerson"
PERSON_IDENTIFIER = place(f"{PERSON}/sdg:Identifier")
COMPANY_IDENTIFIER = place(f"{COMPANY}/sdg:LegalPersonIdentifier")
AUTHORITY_IDENTIFIER = place(f"{EVIDENCE}/sdg:IssuingAuthority/sdg:Identifier")
# One level of objects too shallow, as published: it never reaches a package.
SHALLOW_DISTRIBUTION = f"{OUTER_OBJECT}/rim:Slot[@name='EvidenceMetadata']/rim:SlotValue/sdg:Evidence/sdg:Distribution"
_unstructured = " or ".join(f"normalize-space(sdg:Format)='{media_type}'" for media_type in sorted(UNSTRUCTURED))

evidence_rules.judge("R-EDM-RESP-C015", place(f"{EVIDENCE}/sdg:Identifier"), IS_UUID)
evidence_rules.judge("R-EDM-RESP-C016", place(f"{EVIDENCE}/sdg:IssuingDate"), IS_DATE)
evidence_rules.judge("R-EDM-RESP-C017", place(f"{CONFORMANT}/sdg:EvidenceTypeClassification"), IS_EVIDENCE_TYPE)
evidence_rules.judge("R-EDM-RESP-C018", place(f"{CONFORMANT}/sdg:Title"), LANGUAGE_LISTED)
evidence_rules.judge("R-EDM-RESP-C019", place(f"{CONFORMANT}/sdg:Title"), HAS_LANGUAGE)
evidence_rules.judge("R-EDM-RESP-C020", place(f"{CONFORMANT}/sdg:Description"), LANGUAGE_LISTED)
evidence_rules.judge("R-EDM-RESP-C021", place(f"{CONFORMANT}/sdg:Description"), HAS_LANGUAGE)
evidence_rules.judge("R-EDM-RESP-S030", place(CONFORMANT), only_children("sdg:EvidenceTypeClassification", "sdg:Title", "sdg:Description"))

evidence_rules.judge("R-EDM-RESP-C022", place(f"{DISTRIBUTION}/sdg:ConformsTo"), IS_DATA_MODEL)
evidence_rules.judge("R-EDM-RESP-C023", place(f"{DISTRIBUTION}/sdg:Format"), IS_MEDIA_TYPE)
evidence_rules.judge("R-EDM-RESP-C026", place(f"{DISTRIBUTION}/sdg:Language"), IS_LANGUAGE)
evidence_rules.judge("R-EDM-RESP-C058", place(DISTRIBUTION), must("count(sdg:Format)=1", "A distribution must have exactly one Format."))

evidence_rules.judge("R-EDM-RESP-C027", place(PERSON), states("sdg:Identifier"), severity=Severity.WARNING)
evidence_rules.judge("R-EDM-RESP-C028", PERSON_IDENTIFIER, IS_EIDAS_IDENTIFIER)
evidence_rules.judge("R-EDM-RESP-C030", PERSON_IDENTIFIER, HAS_SCHEME)
evidence_rules.judge("R-EDM-RESP-C031", PERSON_IDENTIFIER, HAS_EIDAS_SCHEME)
evidence_rules.judge("R-EDM-RESP-C032", place(f"{PERSON}/sdg:DateOfBirth"), IS_DATE)
evidence_rules.judge(
    "R-EDM-RESP-S041",
    place(PERSON),
    only_children("sdg:Identifier", "sdg:FamilyName", "sdg:GivenName", "sdg:DateOfBirth", "sdg:PlaceOfBirth"),
)
evidence_rules.judge("R-EDM-RESP-C033", place(COMPANY), states("sdg:LegalPersonIdentifier"))
evidence_rules.judge("R-EDM-RESP-C035", COMPANY_IDENTIFIER, IS_EIDAS_IDENTIFIER)
evidence_rules.judge("R-EDM-RESP-C036", COMPANY_IDENTIFIER, HAS_SCHEME)
evidence_rules.judge("R-EDM-RESP-C037", COMPANY_IDENTIFIER, HAS_EIDAS_SCHEME)
evidence_rules.judge("R-EDM-RESP-S042", place(COMPANY), only_children("sdg:LegalPersonIdentifier", "sdg:LegalName"))
evidence_rules.judge("R-EDM-RESP-C038", AUTHORITY_IDENTIFIER, HAS_SCHEME)
evidence_rules.judge("R-EDM-RESP-C039", AUTHORITY_IDENTIFIER, is_participant_identifier)
evidence_rules.judge("R-EDM-RESP-C040", place(f"{EVIDENCE}/sdg:ValidityPeriod/sdg:StartDate"), IS_DATE)
evidence_rules.judge("R-EDM-RESP-C041", place(f"{EVIDENCE}/sdg:ValidityPeriod/sdg:EndDate"), IS_DATE)

evidence_rules.judge(
    "R-EDM-RESP-C044",
    place(f"{DISTRIBUTION}[normalize-space(sdg:Format)='application/xml']"),
    must("sdg:ConformsTo", "XML must name the data model it conforms to."),
)
evidence_rules.judge(
    "R-EDM-RESP-C045",
    place(f"{DISTRIBUTION}[normalize-space(sdg:Format)='application/json']"),
    must("sdg:ConformsTo", "JSON must name the data model it conforms to."),
)
evidence_rules.judge(
    "R-EDM-RESP-C050",
    place(f"{SHALLOW_DISTRIBUTION}[{_unstructured}]"),
    must("not(sdg:ConformsTo)", "PDF and images conform to no data model."),
)
