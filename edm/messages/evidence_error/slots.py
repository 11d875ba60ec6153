"""The slots of an error response in the order of the chapter, each with its rules (EDM reference 7)."""

from edm.regrep.slots import CONTENT, LOCALISED, MOMENT, STRING, Slot

FAILURE = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"

SPECIFICATION_IDENTIFIER = Slot("SpecificationIdentifier", STRING, "R-EDM-ERR-S009", "R-EDM-ERR-S018", "R-EDM-ERR-C001")
EVIDENCE_RESPONSE_IDENTIFIER = Slot("EvidenceResponseIdentifier", STRING, "R-EDM-ERR-S010", "R-EDM-ERR-S019", "R-EDM-ERR-C002")
ERROR_PROVIDER = Slot("ErrorProvider", CONTENT, "R-EDM-ERR-S011", "R-EDM-ERR-S020", "R-EDM-ERR-S026")
EVIDENCE_REQUESTER = Slot("EvidenceRequester", CONTENT, "R-EDM-ERR-S012", "R-EDM-ERR-S021", "R-EDM-ERR-S012")

# Inside rs:Exception.
TIMESTAMP = Slot("Timestamp", MOMENT, "R-EDM-ERR-S013", "R-EDM-ERR-S022", "R-EDM-ERR-C018")
PREVIEW_LOCATION = Slot("PreviewLocation", STRING, "R-EDM-ERR-S014", "R-EDM-ERR-S023", "R-EDM-ERR-C019")
PREVIEW_DESCRIPTION = Slot("PreviewDescription", LOCALISED, "R-EDM-ERR-S015", "R-EDM-ERR-S024", "R-EDM-ERR-C020")
