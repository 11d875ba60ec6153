"""The slots of a QueryRequest in the order of the chapter, each with its rules (EDM reference 3)."""

from edm.regrep.slots import BOOLEAN, COLLECTION, CONTENT, MOMENT, STRING, Slot

SPECIFICATION_IDENTIFIER = Slot("SpecificationIdentifier", STRING, "R-EDM-REQ-S005", "R-EDM-REQ-S020", "R-EDM-REQ-C001")
ISSUE_DATE_TIME = Slot("IssueDateTime", MOMENT, "R-EDM-REQ-S006", "R-EDM-REQ-S021", "R-EDM-REQ-C002")
PROCEDURE = Slot("Procedure", STRING, "R-EDM-REQ-S007", "R-EDM-REQ-S022", "R-EDM-REQ-C003")
PREVIEW_LOCATION = Slot("PreviewLocation", STRING, "R-EDM-REQ-S008", "R-EDM-REQ-S023", "R-EDM-REQ-C005")
RETURN_LOCATION = Slot("ReturnLocation", STRING, "R-EDM-REQ-S060", "R-EDM-REQ-S061", "R-EDM-REQ-C120")
POSSIBILITY_FOR_PREVIEW = Slot("PossibilityForPreview", BOOLEAN, "R-EDM-REQ-S009", "R-EDM-REQ-S024")
EXPLICIT_REQUEST_GIVEN = Slot("ExplicitRequestGiven", BOOLEAN, "R-EDM-REQ-S010", "R-EDM-REQ-S025")
REQUIREMENTS = Slot("Requirements", COLLECTION, "R-EDM-REQ-S011", "R-EDM-REQ-S026", "R-EDM-REQ-S037")
EVIDENCE_REQUESTER = Slot("EvidenceRequester", COLLECTION, "R-EDM-REQ-S012", "R-EDM-REQ-S028", "R-EDM-REQ-S039")
EVIDENCE_PROVIDER = Slot("EvidenceProvider", CONTENT, "R-EDM-REQ-S013", "R-EDM-REQ-S030", "R-EDM-REQ-S042")
EVIDENCE_PROVIDER_CLASSIFICATION = Slot("EvidenceProviderClassification", COLLECTION, "R-EDM-REQ-S014", "R-EDM-REQ-S031", "R-EDM-REQ-S041")

# Inside query:Query.
NATURAL_PERSON = Slot("NaturalPerson", CONTENT, "R-EDM-REQ-S016", "R-EDM-REQ-S035", "R-EDM-REQ-S046")
LEGAL_PERSON = Slot("LegalPerson", CONTENT, "R-EDM-REQ-S016", "R-EDM-REQ-S034", "R-EDM-REQ-S047")
AUTHORIZED_REPRESENTATIVE = Slot("AuthorizedRepresentative", CONTENT, "R-EDM-REQ-S018", "R-EDM-REQ-S036", "R-EDM-REQ-S048")
# No rule counts this slot; its type and content have one each.
AUTHORIZED_REPRESENTATIVE_LEGAL_PERSON = Slot(
    "AuthorizedRepresentativeLegalPerson", CONTENT, "R-EDM-REQ-S055", "R-EDM-REQ-S055", "R-EDM-REQ-S056"
)
EVIDENCE_REQUEST = Slot("EvidenceRequest", CONTENT, "R-EDM-REQ-S015", "R-EDM-REQ-S033", "R-EDM-REQ-S044")
