"""The slots of a response: the type of each, what the plain ones say, and who answers whom."""

from edm.rules.book import RuleBook
from edm.rules.evidence_response.paths import PROVIDER, REQUESTER, RESPONSE
from edm.rules.forms import ENDS_IN_UUID, HAS_SCHEME, HOLDS_MOMENT, IS_COUNTRY, IS_REGION, is_participant_identifier
from edm.rules.judgements import equals_raw, holds, in_list, must, only_children, states, value_type
from edm.rules.places import place, slot
from edm.vocabulary.lines import V2_0

slot_rules = RuleBook("4.6")


def _value(name: str) -> str:
    return slot(RESPONSE, name)


slot_rules.judge("R-EDM-RESP-S017", place(_value("SpecificationIdentifier")), value_type("StringValueType"))
slot_rules.judge("R-EDM-RESP-S018", place(_value("EvidenceResponseIdentifier")), value_type("StringValueType"))
slot_rules.judge("R-EDM-RESP-S019", place(_value("IssueDateTime")), value_type("DateTimeValueType"))
slot_rules.judge("R-EDM-RESP-S020", place(_value("EvidenceProvider")), value_type("CollectionValueType"))
slot_rules.judge("R-EDM-RESP-S021", place(f"{_value('EvidenceProvider')}/rim:Element"), value_type("AnyValueType"))
slot_rules.judge("R-EDM-RESP-S022", place(_value("EvidenceRequester")), value_type("AnyValueType"))
slot_rules.judge("R-EDM-RESP-S023", place(_value("ResponseAvailableDateTime")), value_type("DateTimeValueType"))
slot_rules.judge("R-EDM-RESP-S025", place(f"{_value('EvidenceProvider')}/rim:Element"), holds("sdg:Agent"))
slot_rules.judge("R-EDM-RESP-S026", place(PROVIDER), only_children("sdg:Identifier", "sdg:Name", "sdg:Address", "sdg:Classification"))
slot_rules.judge("R-EDM-RESP-S027", place(_value("EvidenceRequester")), holds("sdg:Agent"))
slot_rules.judge("R-EDM-RESP-S028", place(REQUESTER), only_children("sdg:Identifier", "sdg:Name"))

slot_rules.judge("R-EDM-RESP-C002", place(f"{_value('SpecificationIdentifier')}/rim:Value"), equals_raw(V2_0.specification))
slot_rules.judge("R-EDM-RESP-C003", place(f"{_value('EvidenceResponseIdentifier')}/rim:Value"), ENDS_IN_UUID)
slot_rules.judge("R-EDM-RESP-C004", place(f"{_value('IssueDateTime')}/rim:Value"), HOLDS_MOMENT)
slot_rules.judge("R-EDM-RESP-C005", place(f"{_value('ResponseAvailableDateTime')}/rim:Value"), HOLDS_MOMENT)
slot_rules.judge("R-EDM-RESP-C006", place(f"{PROVIDER}/sdg:Identifier"), HAS_SCHEME)
slot_rules.judge("R-EDM-RESP-C007", place(f"{PROVIDER}/sdg:Identifier"), is_participant_identifier)
slot_rules.judge("R-EDM-RESP-C008", place(f"{PROVIDER}/sdg:Address/sdg:AdminUnitLevel1"), IS_COUNTRY)
slot_rules.judge("R-EDM-RESP-C009", place(f"{PROVIDER}/sdg:Address/sdg:AdminUnitLevel2"), IS_REGION)
slot_rules.judge("R-EDM-RESP-C010", place(PROVIDER), states("sdg:Classification"))
slot_rules.judge("R-EDM-RESP-C011", place(f"{PROVIDER}/sdg:Classification"), in_list({"EP", "IP"}, "EP, IP"))
slot_rules.judge("R-EDM-RESP-C012", place(f"{REQUESTER}/sdg:Identifier"), HAS_SCHEME)
slot_rules.judge("R-EDM-RESP-C013", place(f"{REQUESTER}/sdg:Identifier"), is_participant_identifier)
slot_rules.judge(
    "R-EDM-RESP-C046",
    place(_value("EvidenceProvider")),
    must("count(rim:Element/sdg:Agent[normalize-space(sdg:Classification)='EP'])=1", "Exactly one agent must be classified EP."),
)
slot_rules.judge(
    "R-EDM-RESP-C047",
    place(f"{PROVIDER}[normalize-space(sdg:Classification)='EP']"),
    must("count(sdg:Address/sdg:AdminUnitLevel1)=1", "The address of the provider must name one country."),
)
