"""The slots of a request: the type of each, and what the plain ones say."""

from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import QUERY, REQUEST, REQUIREMENT
from edm.rules.forms import HAS_LANGUAGE, HOLDS_MOMENT, IS_REQUIREMENT, LANGUAGE_LISTED
from edm.rules.judgements import equals_raw, holds, in_list, only_children, starts_secure, value_type
from edm.rules.places import place, slot
from edm.vocabulary.lines import V2_0
from edm.vocabulary.procedures import ACCEPTED_PROCEDURES

slot_rules = RuleBook("4.6")


def _value(name: str) -> str:
    return slot(REQUEST, name)


def _asked(name: str) -> str:
    return slot(QUERY, name)


slot_rules.judge("R-EDM-REQ-S020", place(_value("SpecificationIdentifier")), value_type("StringValueType"))
slot_rules.judge("R-EDM-REQ-S021", place(_value("IssueDateTime")), value_type("DateTimeValueType"))
slot_rules.judge("R-EDM-REQ-S022", place(_value("Procedure")), value_type("StringValueType"))
slot_rules.judge("R-EDM-REQ-S023", place(_value("PreviewLocation")), value_type("StringValueType"))
slot_rules.judge("R-EDM-REQ-S024", place(_value("PossibilityForPreview")), value_type("BooleanValueType"))
slot_rules.judge("R-EDM-REQ-S025", place(_value("ExplicitRequestGiven")), value_type("BooleanValueType"))
slot_rules.judge("R-EDM-REQ-S026", place(_value("Requirements")), value_type("CollectionValueType"))
slot_rules.judge("R-EDM-REQ-S027", place(f"{_value('Requirements')}/rim:Element"), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S028", place(_value("EvidenceRequester")), value_type("CollectionValueType"))
slot_rules.judge("R-EDM-REQ-S029", place(f"{_value('EvidenceRequester')}/rim:Element"), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S030", place(_value("EvidenceProvider")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S031", place(_value("EvidenceProviderClassification")), value_type("CollectionValueType"))
slot_rules.judge("R-EDM-REQ-S032", place(f"{_value('EvidenceProviderClassification')}/rim:Element"), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S061", place(_value("ReturnLocation")), value_type("StringValueType"))

slot_rules.judge("R-EDM-REQ-S033", place(_asked("EvidenceRequest")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S034", place(_asked("LegalPerson")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S035", place(_asked("NaturalPerson")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S036", place(_asked("AuthorizedRepresentative")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S055", place(_asked("AuthorizedRepresentativeLegalPerson")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-REQ-S044", place(_asked("EvidenceRequest")), holds("sdg:DataServiceEvidenceType"))
slot_rules.judge("R-EDM-REQ-S046", place(_asked("NaturalPerson")), holds("sdg:Person"))
slot_rules.judge("R-EDM-REQ-S047", place(_asked("LegalPerson")), holds("sdg:LegalPerson"))
slot_rules.judge("R-EDM-REQ-S048", place(_asked("AuthorizedRepresentative")), holds("sdg:Person"))
slot_rules.judge("R-EDM-REQ-S056", place(_asked("AuthorizedRepresentativeLegalPerson")), holds("sdg:LegalPerson"))

slot_rules.judge("R-EDM-REQ-C001", place(f"{_value('SpecificationIdentifier')}/rim:Value"), equals_raw(V2_0.specification))
slot_rules.judge("R-EDM-REQ-C002", place(f"{_value('IssueDateTime')}/rim:Value"), HOLDS_MOMENT)
slot_rules.judge("R-EDM-REQ-C003", place(f"{_value('Procedure')}/rim:Value"), in_list(ACCEPTED_PROCEDURES, "Procedures"))
slot_rules.judge("R-EDM-REQ-C005", place(_value("PreviewLocation")), starts_secure)
slot_rules.judge("R-EDM-REQ-C120", place(_value("ReturnLocation")), starts_secure)

slot_rules.judge("R-EDM-REQ-S037", place(f"{_value('Requirements')}/rim:Element"), holds("sdg:Requirement"))
slot_rules.judge("R-EDM-REQ-S038", place(REQUIREMENT), only_children("sdg:Identifier", "sdg:Name", "sdg:Description"))
slot_rules.judge("R-EDM-REQ-C008", place(f"{REQUIREMENT}/sdg:Identifier"), IS_REQUIREMENT)
slot_rules.judge("R-EDM-REQ-C009", place(f"{REQUIREMENT}/sdg:Name"), LANGUAGE_LISTED)
slot_rules.judge("R-EDM-REQ-C010", place(f"{REQUIREMENT}/sdg:Name"), HAS_LANGUAGE)
slot_rules.judge("R-EDM-REQ-C093", place(f"{REQUIREMENT}/sdg:Description"), LANGUAGE_LISTED)
slot_rules.judge("R-EDM-REQ-C094", place(f"{REQUIREMENT}/sdg:Description"), HAS_LANGUAGE)
