"""Who reports the error, and to whom."""

from edm.rules.book import RuleBook
from edm.rules.evidence_error.paths import PROVIDER, REQUESTER, RESPONSE
from edm.rules.forms import HAS_LANGUAGE, HAS_SCHEME, IS_COUNTRY, IS_REGION, LANGUAGE_LISTED, is_participant_identifier
from edm.rules.judgements import holds, in_list, must, states
from edm.rules.places import place, slot

agent_rules = RuleBook("4.6")

agent_rules.judge("R-EDM-ERR-S026", place(slot(RESPONSE, "ErrorProvider")), holds("sdg:Agent"))
agent_rules.judge("R-EDM-ERR-C003", place(f"{PROVIDER}/sdg:Identifier"), HAS_SCHEME)
agent_rules.judge("R-EDM-ERR-C004", place(f"{PROVIDER}/sdg:Identifier"), is_participant_identifier)
agent_rules.judge("R-EDM-ERR-C005", place(f"{PROVIDER}/sdg:Address/sdg:AdminUnitLevel1"), IS_COUNTRY)
agent_rules.judge("R-EDM-ERR-C006", place(f"{PROVIDER}/sdg:Address/sdg:AdminUnitLevel2"), IS_REGION)
agent_rules.judge("R-EDM-ERR-C007", place(PROVIDER), states("sdg:Classification"))
agent_rules.judge("R-EDM-ERR-C008", place(f"{PROVIDER}/sdg:Classification"), in_list({"EP", "IP", "ERRP"}, "EP, IP, ERRP"))
agent_rules.judge("R-EDM-ERR-C009", place(f"{REQUESTER}/sdg:Identifier"), HAS_SCHEME)
agent_rules.judge("R-EDM-ERR-C010", place(f"{REQUESTER}/sdg:Identifier"), is_participant_identifier)
agent_rules.judge(
    "R-EDM-ERR-C023", place(slot(RESPONSE, "ErrorProvider")), must("count(sdg:Agent)=1", "There must be exactly one error provider.")
)
agent_rules.judge(
    "R-EDM-ERR-C024",
    place(PROVIDER),
    must("count(sdg:Address)=1 and count(sdg:Address/sdg:AdminUnitLevel1)=1", "The address of the error provider must name one country."),
)
agent_rules.judge("R-EDM-ERR-C028", place(f"{REQUESTER}/sdg:Name"), LANGUAGE_LISTED)
agent_rules.judge("R-EDM-ERR-C029", place(f"{REQUESTER}/sdg:Name"), HAS_LANGUAGE)
agent_rules.judge("R-EDM-ERR-C030", place(f"{PROVIDER}/sdg:Name"), LANGUAGE_LISTED)
agent_rules.judge("R-EDM-ERR-C031", place(f"{PROVIDER}/sdg:Name"), HAS_LANGUAGE)
