"""Who asks and who is asked."""

from edm.rules.book import RuleBook
from edm.rules.evidence_request.paths import PROVIDER, REQUEST, REQUESTER
from edm.rules.forms import HAS_LANGUAGE, HAS_SCHEME, IS_COUNTRY, IS_REGION, LANGUAGE_LISTED, is_participant_identifier
from edm.rules.judgements import holds, in_list, must, only_children, states
from edm.rules.places import place, slot

agent_rules = RuleBook("4.6")

agent_rules.judge("R-EDM-REQ-S039", place(slot(REQUEST, "EvidenceRequester")), must("rim:Element/sdg:Agent", "There is no agent."))
agent_rules.judge("R-EDM-REQ-S040", place(REQUESTER), only_children("sdg:Identifier", "sdg:Name", "sdg:Address", "sdg:Classification"))
agent_rules.judge("R-EDM-REQ-C011", place(f"{REQUESTER}/sdg:Identifier"), HAS_SCHEME)
agent_rules.judge("R-EDM-REQ-C012", place(f"{REQUESTER}/sdg:Identifier"), is_participant_identifier)
agent_rules.judge("R-EDM-REQ-C013", place(REQUESTER), states("sdg:Classification"))
agent_rules.judge("R-EDM-REQ-C014", place(f"{REQUESTER}/sdg:Classification"), in_list({"ER", "IP"}, "ER, IP"))
agent_rules.judge("R-EDM-REQ-C015", place(f"{REQUESTER}/sdg:Address/sdg:AdminUnitLevel1"), IS_COUNTRY)
agent_rules.judge("R-EDM-REQ-C016", place(f"{REQUESTER}/sdg:Address/sdg:AdminUnitLevel2"), IS_REGION)
agent_rules.judge(
    "R-EDM-REQ-C073",
    place(f"{REQUESTER}[normalize-space(sdg:Classification)='ER']"),
    must("count(sdg:Address/sdg:AdminUnitLevel1[normalize-space()])=1", "The address of the requester must name one country."),
)
agent_rules.judge(
    "R-EDM-REQ-C074",
    place(slot(REQUEST, "EvidenceRequester")),
    must("count(rim:Element/sdg:Agent[normalize-space(sdg:Classification)='ER'])=1", "Exactly one agent must be classified ER."),
)
agent_rules.judge("R-EDM-REQ-C108", place(f"{REQUESTER}/sdg:Name"), LANGUAGE_LISTED)
agent_rules.judge("R-EDM-REQ-C109", place(f"{REQUESTER}/sdg:Name"), HAS_LANGUAGE)

agent_rules.judge("R-EDM-REQ-S042", place(slot(REQUEST, "EvidenceProvider")), holds("sdg:Agent"))
agent_rules.judge("R-EDM-REQ-S043", place(PROVIDER), only_children("sdg:Identifier", "sdg:Name"))
agent_rules.judge("R-EDM-REQ-C017", place(f"{PROVIDER}/sdg:Identifier"), HAS_SCHEME)
agent_rules.judge("R-EDM-REQ-C018", place(f"{PROVIDER}/sdg:Identifier"), is_participant_identifier)
agent_rules.judge("R-EDM-REQ-C110", place(f"{PROVIDER}/sdg:Name"), LANGUAGE_LISTED)
agent_rules.judge("R-EDM-REQ-C111", place(f"{PROVIDER}/sdg:Name"), HAS_LANGUAGE)

agent_rules.judge(
    "CH-4.5.1-c",
    place(REQUESTER, PROVIDER),
    must("count(sdg:Identifier)=1 and sdg:Name", "An agent must have one identifier and at least one name."),
)
