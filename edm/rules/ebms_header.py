"""Business rules for the ebMS header of a message of line 2.0 (TDD 4.6, eb:Messaging alone or in its envelope)."""

from edm.regrep.values import UUID_PATTERN
from edm.rules.book import RuleBook
from edm.rules.judgements import attribute_in, attribute_is, equals_raw, has_attribute, in_list, matches, must
from edm.rules.places import place
from edm.rules.report import Severity
from edm.vocabulary.actions import ACTIONS, EXCEPTION_RESPONSE, EXECUTE_QUERY_REQUEST, EXECUTE_QUERY_RESPONSE, SERVICE, SERVICE_TYPE
from edm.vocabulary.lines import V2_0
from edm.vocabulary.media_types import REGREP_XML
from edm.vocabulary.parties import GATEWAY_ROLE
from edm.vocabulary.schemes import PARTICIPANT_SCHEMES

ebms_header_rules = RuleBook("4.7")

MESSAGE = "//eb:UserMessage"
COLLABORATION = f"{MESSAGE}/eb:CollaborationInfo"
PROPERTIES = f"{MESSAGE}/eb:MessageProperties"
PARTIES = place(f"{MESSAGE}/eb:PartyInfo/eb:From", f"{MESSAGE}/eb:PartyInfo/eb:To")
CORNERS = place(f"{PROPERTIES}/eb:Property[@name='originalSender' or @name='finalRecipient']")
SINGLE = (
    f"{MESSAGE}[eb:CollaborationInfo/eb:Action[normalize-space()='{EXECUTE_QUERY_REQUEST}' or normalize-space()='{EXCEPTION_RESPONSE}']]"
)
ANSWER = f"{MESSAGE}[eb:CollaborationInfo/eb:Action[normalize-space()='{EXECUTE_QUERY_RESPONSE}']]"
IS_REGREP = f"eb:PartProperties/eb:Property[@name='MimeType'][normalize-space()='{REGREP_XML}']"
NAMES = ("originalSender", "finalRecipient", "ExchangeId", "SpecificationId")

ebms_header_rules.judge("R-EDM-ebMS-017", place(f"{COLLABORATION}/eb:ConversationId"), matches(UUID_PATTERN, "a UUID"))
ebms_header_rules.judge("R-EDM-ebMS-018", place(PROPERTIES), must("count(eb:Property)=4", "There must be exactly four message properties."))
ebms_header_rules.judge(
    "R-EDM-ebMS-019",
    place(MESSAGE),
    *(must(f"count(eb:MessageProperties/eb:Property[@name='{name}'])=1", f"There must be one property {name}.") for name in NAMES),
)
ebms_header_rules.judge(
    "R-EDM-ebMS-023", place(f"{SINGLE}/eb:PayloadInfo"), must("count(eb:PartInfo)=1", "A request or an error has exactly one part.")
)
ebms_header_rules.judge(
    "R-EDM-ebMS-030", place(f"{SINGLE}/eb:PayloadInfo/eb:PartInfo"), must(IS_REGREP, f"The part must be of type {REGREP_XML}.")
)
ebms_header_rules.judge(
    "R-EDM-ebMS-032",
    place(f"{ANSWER}/eb:PayloadInfo"),
    must(f"eb:PartInfo[1]/{IS_REGREP}", f"The first part should be of type {REGREP_XML}."),
    severity=Severity.WARNING,
)
ebms_header_rules.judge("R-EDM-ebMS-037", place(f"{PROPERTIES}/eb:Property[@name='ExchangeId']"), matches(UUID_PATTERN, "a UUID"))
ebms_header_rules.judge("R-EDM-ebMS-038", place(f"{PROPERTIES}/eb:Property[@name='SpecificationId']"), equals_raw(V2_0.specification))

ebms_header_rules.judge(
    "CH-4.7-b",
    PARTIES,
    must("eb:PartyId[normalize-space(@type)]", "An access point has no type."),
    must(f"eb:Role[normalize-space()='{GATEWAY_ROLE}']", f"The role of an access point must be {GATEWAY_ROLE}."),
)
ebms_header_rules.judge("CH-4.7-c", place(f"{COLLABORATION}/eb:Service"), in_list({SERVICE}, SERVICE), attribute_is("type", SERVICE_TYPE))
ebms_header_rules.judge("CH-4.7-d", place(f"{COLLABORATION}/eb:Action"), in_list(ACTIONS, ", ".join(ACTIONS)))
ebms_header_rules.judge("CH-4.7-f", CORNERS, has_attribute("type"), attribute_in("type", PARTICIPANT_SCHEMES, "EAS"))
