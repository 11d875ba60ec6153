"""The slots of a QueryResponse in the order of the chapter, each with its rules (EDM reference 6)."""

from edm.regrep.slots import COLLECTION, CONTENT, MOMENT, STRING, Slot

SUCCESS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
UNAVAILABLE = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Unavailable"

SPECIFICATION_IDENTIFIER = Slot("SpecificationIdentifier", STRING, "R-EDM-RESP-S009", "R-EDM-RESP-S017", "R-EDM-RESP-C002")
EVIDENCE_RESPONSE_IDENTIFIER = Slot("EvidenceResponseIdentifier", STRING, "R-EDM-RESP-S010", "R-EDM-RESP-S018", "R-EDM-RESP-C003")
ISSUE_DATE_TIME = Slot("IssueDateTime", MOMENT, "R-EDM-RESP-S011", "R-EDM-RESP-S019", "R-EDM-RESP-C004")
RESPONSE_AVAILABLE_DATE_TIME = Slot("ResponseAvailableDateTime", MOMENT, "R-EDM-RESP-S045", "R-EDM-RESP-S023", "R-EDM-RESP-C005")
EVIDENCE_PROVIDER = Slot("EvidenceProvider", COLLECTION, "R-EDM-RESP-S012", "R-EDM-RESP-S020", "R-EDM-RESP-S025")
EVIDENCE_REQUESTER = Slot("EvidenceRequester", CONTENT, "R-EDM-RESP-S013", "R-EDM-RESP-S022", "R-EDM-RESP-S027")

# On every document of a package.
EVIDENCE_METADATA = Slot("EvidenceMetadata", CONTENT, "R-EDM-RESP-S015", "R-EDM-RESP-S024", "R-EDM-RESP-S029")

PACKAGE_TYPE = "rim:RegistryPackageType"
DOCUMENT_TYPE = "rim:ExtrinsicObjectType"
ASSOCIATION_TYPE = "rim:AssociationType"
