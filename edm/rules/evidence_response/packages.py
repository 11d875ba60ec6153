"""The packages of a response and the documents in them (EDM reference 6.4)."""

from edm.rules.book import RuleBook
from edm.rules.evidence_response.paths import (
    DOCUMENT,
    EDM_CLASSIFICATION,
    INNER_LIST,
    INNER_OBJECT,
    METADATA,
    OUTER_OBJECT,
    PACKAGE,
    SUCCEEDED,
    classified,
)
from edm.rules.forms import ID_IS_URN
from edm.rules.judgements import attribute_is, attribute_matches, has_attribute, holds, must, one_slot, value_type
from edm.rules.places import place
from edm.vocabulary.documents import ATTACHMENT, MAIN_EVIDENCE, AssociatedDocument

package_rules = RuleBook("4.6")

CLASSES = (MAIN_EVIDENCE, *AssociatedDocument)
REFERENCE = place(f"{SUCCEEDED}//rim:RepositoryItemRef")
COMPLETE = ("Identifier", "IssuingDate", "IsAbout", "IssuingAuthority", "IsConformantTo", "Distribution")
OF_THE_MAIN_EVIDENCE = ("IsAbout", "IssuingAuthority", "IsConformantTo", "ValidityPeriod", "IssuingDate", "Distribution/sdg:ConformsTo")
_evidence = "rim:Slot[@name='EvidenceMetadata']/rim:SlotValue/sdg:Evidence"

package_rules.judge("R-EDM-RESP-S015", place(DOCUMENT), one_slot("EvidenceMetadata"))
package_rules.judge("R-EDM-RESP-S024", place(METADATA), value_type("AnyValueType"))
package_rules.judge("R-EDM-RESP-S029", place(METADATA), holds("sdg:Evidence"))
package_rules.judge(
    "R-EDM-RESP-S033",
    place(
        f"{SUCCEEDED}/rim:RegistryObjectList/rim:RegistryObject//rim:RegistryObject"
        "[not(@xsi:type='rim:RegistryPackageType' or @xsi:type='rim:AssociationType')]"
    ),
    must("rim:RepositoryItemRef", "A document points at no attachment."),
)
package_rules.judge("R-EDM-RESP-S034", REFERENCE, has_attribute("xlink:href"))
package_rules.judge("R-EDM-RESP-S035", REFERENCE, has_attribute("xlink:title"))
package_rules.judge(
    "R-EDM-RESP-C042", place("//rim:RepositoryItemRef"), attribute_matches("xlink:href", ATTACHMENT, "cid: and a content id with one @")
)
package_rules.judge("R-EDM-RESP-S036", place(f"{SUCCEEDED}//rim:RegistryObject"), has_attribute("id"))
package_rules.judge("R-EDM-RESP-S037", place("//rim:RegistryObject"), ID_IS_URN)
package_rules.judge(
    "R-EDM-RESP-S046", place(PACKAGE), must("count(rim:RegistryObjectList)=1", "A package must hold exactly one list of objects.")
)
package_rules.judge(
    "R-EDM-RESP-S047",
    place(INNER_LIST),
    must(f"rim:RegistryObject/rim:Classification[@classificationNode='{MAIN_EVIDENCE}']", "A package holds no main evidence."),
)
package_rules.judge(
    "R-EDM-RESP-S048",
    place(DOCUMENT),
    must(f"count({EDM_CLASSIFICATION})=1", "A document must have exactly one classification of the EDM."),
)
package_rules.judge("R-EDM-RESP-S049", place(f"{INNER_OBJECT}/{EDM_CLASSIFICATION}"), attribute_is("classificationNode", *CLASSES))
package_rules.judge(
    "R-EDM-RESP-S062",
    place(classified(MAIN_EVIDENCE)),
    *(must(f"{_evidence}/sdg:{name}", f"The main evidence lacks {name}.") for name in COMPLETE),
)
package_rules.judge(
    "R-EDM-RESP-S063",
    place(*(classified(kind) for kind in AssociatedDocument)),
    *(
        must(f"not({_evidence}/sdg:{name})", f"A supplementary document has {name.replace('sdg:', '')}, which is said of the evidence.")
        for name in OF_THE_MAIN_EVIDENCE
    ),
)
package_rules.judge("R-EDM-RESP-S065", place("//rim:Classification"), ID_IS_URN)
package_rules.judge(
    "R-EDM-RESP-S066",
    place(OUTER_OBJECT),
    must("@xsi:type='rim:RegistryPackageType'", "Every object of the list must be a package."),
)
package_rules.judge(
    "CH-4.5.2-c",
    place(f"{PACKAGE}/rim:RegistryObjectList"),
    must(
        f"count(rim:RegistryObject[rim:Classification/@classificationNode='{MAIN_EVIDENCE}'])<=1",
        "A package holds more than one main evidence.",
    ),
)
