import pytest

from edm.regrep.parsing import parse
from edm.rules import MessageKind, ebms_header_rules, kind_of, line_of
from edm.vocabulary.lines import V1_2, V2_0
from tests.edm.documents import having, holding, saying, spoilt, twice, without
from tests.edm.rules.mutations import breaks, broken_rules, rules_covered

HEADER = """
<eb:Messaging xmlns:eb="http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/"><eb:UserMessage>
  <eb:MessageInfo><eb:Timestamp>2026-10-06T12:00:00Z</eb:Timestamp><eb:MessageId>1@pt.localhost</eb:MessageId></eb:MessageInfo>
  <eb:PartyInfo>
    <eb:From>
      <eb:PartyId type="urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots">AP_PT_01</eb:PartyId>
      <eb:Role>http://sdg.europa.eu/edelivery/gateway</eb:Role>
    </eb:From>
    <eb:To>
      <eb:PartyId type="urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots">AP_DE_01</eb:PartyId>
      <eb:Role>http://sdg.europa.eu/edelivery/gateway</eb:Role>
    </eb:To>
  </eb:PartyInfo>
  <eb:CollaborationInfo>
    <eb:Service type="urn:oasis:names:tc:ebcore:ebrs:ebms:binding:1.0">QueryManager</eb:Service>
    <eb:Action>{action}</eb:Action>
    <eb:ConversationId>00000000-0000-4000-8000-000000000005</eb:ConversationId>
  </eb:CollaborationInfo>
  <eb:MessageProperties>
    <eb:Property name="SpecificationId">oots-edm:v2.0</eb:Property>
    <eb:Property name="ExchangeId">00000000-0000-4000-8000-000000000006</eb:Property>
    <eb:Property name="originalSender" type="urn:cef.eu:names:identifier:EAS:0009">1</eb:Property>
    <eb:Property name="finalRecipient" type="urn:cef.eu:names:identifier:EAS:9930">2</eb:Property>
  </eb:MessageProperties>
  <eb:PayloadInfo>
    <eb:PartInfo href="cid:body@pt.localhost">
      <eb:PartProperties><eb:Property name="MimeType">application/x-ebrs+xml</eb:Property></eb:PartProperties>
    </eb:PartInfo>
  </eb:PayloadInfo>
</eb:UserMessage></eb:Messaging>"""
REQUEST = HEADER.format(action="ExecuteQueryRequest").encode()
ANSWER = HEADER.format(action="ExecuteQueryResponse").encode()
PROPERTY = "//eb:MessageProperties/eb:Property[@name='{}']"

FAULTS = [
    breaks("R-EDM-ebMS-017", saying("//eb:ConversationId", "urn:uuid:00000000-0000-4000-8000-000000000005")),
    breaks("R-EDM-ebMS-018", holding("//eb:MessageProperties", "eb:Property", "fifth")),
    breaks("R-EDM-ebMS-019", having(PROPERTY.format("ExchangeId"), "name", "exchangeId")),
    breaks("R-EDM-ebMS-023", twice("//eb:PartInfo")),
    breaks("R-EDM-ebMS-030", saying("//eb:PartInfo//eb:Property", "application/xml")),
    breaks("R-EDM-ebMS-037", saying(PROPERTY.format("ExchangeId"), "1")),
    breaks("R-EDM-ebMS-038", saying(PROPERTY.format("SpecificationId"), " oots-edm:v2.0")),
    breaks("CH-4.7-b", having("//eb:From/eb:PartyId", "type", None)),
    breaks("CH-4.7-c", having("//eb:Service", "type", None)),
    breaks("CH-4.7-d", saying("//eb:Action", "SubmitObjectsRequest")),
    breaks("CH-4.7-f", having(PROPERTY.format("originalSender"), "type", None)),
]
FAULTS_OF_ANSWERS = [breaks("R-EDM-ebMS-032", saying("//eb:PartInfo//eb:Property", "application/pdf"))]


@pytest.mark.parametrize("mutation", FAULTS)
def test_the_smallest_fault_breaks_its_rule_alone(mutation):
    assert broken_rules(ebms_header_rules, REQUEST, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", FAULTS_OF_ANSWERS)
def test_the_smallest_fault_of_an_answer_breaks_its_rule_alone(mutation):
    assert broken_rules(ebms_header_rules, ANSWER, mutation.change) == {mutation.rule}


def test_every_rule_has_a_fault_that_breaks_it():
    assert rules_covered(FAULTS, FAULTS_OF_ANSWERS) == set(ebms_header_rules.identifiers)


def test_a_property_too_few_breaks_the_rules_of_number_and_of_names():
    broken = broken_rules(ebms_header_rules, REQUEST, without(PROPERTY.format("ExchangeId")))

    assert broken == {"R-EDM-ebMS-018", "R-EDM-ebMS-019"}


def test_the_role_of_an_access_point_is_the_gateway():
    assert broken_rules(ebms_header_rules, REQUEST, saying("//eb:To/eb:Role", "buyer")) == {"CH-4.7-b"}


def test_reference_headers_break_no_rule(reference_data):
    for path in sorted((reference_data / "messages/reference-v2.0/ebms-header").glob("*.xml")):
        assert ebms_header_rules.examine(parse(path.read_bytes())).findings == (), path.name


def test_the_header_of_a_real_gateway_is_found_in_its_envelope(reference_data):
    path = reference_data / "messages/domibus-5.2-envelopes/soap-envelope/incoming-reel-requete.xml"
    document = parse(path.read_bytes())

    assert kind_of(document) is MessageKind.HEADER
    assert line_of(document) is V2_0
    assert ebms_header_rules.examine(document).findings == ()


def test_a_header_announces_its_line():
    assert line_of(parse(spoilt(REQUEST, saying(PROPERTY.format("SpecificationId"), "oots-edm:v1.2")))) is V1_2
