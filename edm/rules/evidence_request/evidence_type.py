"""Which evidence is asked for, and in which form."""

from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import EVIDENCE_TYPE
from edm.rules.forms import (
    ENDS_IN_UUID,
    HAS_LANGUAGE,
    IS_DATA_MODEL,
    IS_EVIDENCE_TYPE,
    IS_LANGUAGE,
    IS_MEDIA_TYPE,
    LANGUAGE_LISTED,
    is_of_production,
)
from edm.rules.judgements import in_list, must, only_children, states
from edm.rules.places import place
from edm.rules.report import Severity
from edm.vocabulary.documents import AssociatedDocument
from edm.vocabulary.media_types import UNSTRUCTURED

evidence_type_rules = RuleBook("4.6")

DISTRIBUTION = f"{EVIDENCE_TYPE}/sdg:DistributedAs"
_unstructured = " or ".join(f"normalize-space(sdg:Format)='{media_type}'" for media_type in sorted(UNSTRUCTURED))

evidence_type_rules.judge(
    "R-EDM-REQ-S045",
    place(EVIDENCE_TYPE),
    only_children("sdg:Identifier", "sdg:EvidenceTypeClassification", "sdg:Title", "sdg:Description", "sdg:DistributedAs"),
)
evidence_type_rules.judge("R-EDM-REQ-C026", place(f"{EVIDENCE_TYPE}/sdg:Identifier"), ENDS_IN_UUID)
evidence_type_rules.judge("R-EDM-REQ-C027", place(f"{EVIDENCE_TYPE}/sdg:EvidenceTypeClassification"), IS_EVIDENCE_TYPE)
evidence_type_rules.judge("R-EDM-REQ-C028", place(f"{EVIDENCE_TYPE}/sdg:Title"), LANGUAGE_LISTED)
evidence_type_rules.judge("R-EDM-REQ-C029", place(f"{EVIDENCE_TYPE}/sdg:Title"), HAS_LANGUAGE)
evidence_type_rules.judge("R-EDM-REQ-C030", place(f"{EVIDENCE_TYPE}/sdg:Description"), LANGUAGE_LISTED)
evidence_type_rules.judge("R-EDM-REQ-C031", place(f"{EVIDENCE_TYPE}/sdg:Description"), HAS_LANGUAGE)
evidence_type_rules.judge("R-EDM-REQ-C032", place(EVIDENCE_TYPE), must("sdg:DistributedAs", "The request names no distribution."))
evidence_type_rules.judge("R-EDM-REQ-C106", place(EVIDENCE_TYPE), states("sdg:Identifier"))

evidence_type_rules.judge("R-EDM-REQ-C033", place(f"{DISTRIBUTION}/sdg:Format"), IS_MEDIA_TYPE)
evidence_type_rules.judge("R-EDM-REQ-C034", place(f"{DISTRIBUTION}/sdg:ConformsTo"), IS_DATA_MODEL)
evidence_type_rules.judge(
    "R-EDM-REQ-C070",
    place(f"{DISTRIBUTION}[normalize-space(sdg:Format)='application/xml']"),
    must("sdg:ConformsTo", "XML should name the data model it conforms to."),
    severity=Severity.WARNING,
)
evidence_type_rules.judge(
    "R-EDM-REQ-C071",
    place(f"{DISTRIBUTION}[normalize-space(sdg:Format)='application/json']"),
    must("sdg:ConformsTo", "JSON should name the data model it conforms to."),
    severity=Severity.WARNING,
)
# The element this rule speaks of left the schema with line 2.0.
evidence_type_rules.judge(
    "R-EDM-REQ-C072", place(f"{DISTRIBUTION}[sdg:Transformation]"), must("sdg:ConformsTo", "A transformation needs a data model.")
)
evidence_type_rules.judge(
    "R-EDM-REQ-C107", place(f"{DISTRIBUTION}[{_unstructured}]"), must("not(sdg:ConformsTo)", "PDF and images conform to no data model.")
)
evidence_type_rules.judge("R-EDM-REQ-C114", place(f"{DISTRIBUTION}/sdg:ConformsTo"), is_of_production, severity=Severity.CAUTION)
evidence_type_rules.judge(
    "R-EDM-REQ-C115", place(f"{EVIDENCE_TYPE}/sdg:EvidenceTypeClassification"), is_of_production, severity=Severity.CAUTION
)
evidence_type_rules.judge("R-EDM-REQ-C118", place(f"{DISTRIBUTION}/sdg:Language"), IS_LANGUAGE)
evidence_type_rules.judge(
    "R-EDM-REQ-C119",
    place(f"{DISTRIBUTION}/sdg:AssociatedDocumentRequest"),
    in_list(list(AssociatedDocument), "of associated documents"),
)
