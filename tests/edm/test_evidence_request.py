import pytest

from edm.errors import CallerMistake, CorrespondentFault
from edm.messages.announcement import refuse_if_header_differs
from edm.messages.evidence_request import read_correspondent, read_evidence_request, write_evidence_request
from edm.regrep.parsing import parse
from edm.rules import evidence_request_rules
from edm.vocabulary.lines import V2_0
from tests.edm.documents import having, holding, in_turn, renamed, saying, slot, spoilt, tree_of, twice, with_slot, without
from tests.edm.factories import ADA, MILL, UNIVERSITY, evidence_request, second_request

VALUE = "/rim:SlotValue/rim:Value"
TYPE = "/rim:SlotValue"


def fault_of(content: bytes) -> CorrespondentFault:
    with pytest.raises(CorrespondentFault) as raised:
        read_evidence_request(content)
    return raised.value


def test_the_reference_request_is_read_completely_and_written_in_its_shape(reference_data):
    content = (reference_data / "messages/reference-v2.0/edm-request/reference-messages-requete.xml").read_bytes()

    written = write_evidence_request(read_evidence_request(content))

    assert tree_of(parse(written)) == tree_of(parse(content))


def test_slots_stand_in_the_order_of_the_chapter():
    document = parse(write_evidence_request(second_request()))

    names = [child.get("name") or child.tag.rpartition("}")[2] for child in document]
    asked = [child.get("name") for child in document[-1]]

    assert names == [
        "SpecificationIdentifier",
        "IssueDateTime",
        "Procedure",
        "PreviewLocation",
        "ReturnLocation",
        "PossibilityForPreview",
        "ExplicitRequestGiven",
        "Requirements",
        "EvidenceRequester",
        "EvidenceProvider",
        "EvidenceProviderClassification",
        "ResponseOption",
        "Query",
    ]
    assert asked == ["NaturalPerson", "AuthorizedRepresentative", "AuthorizedRepresentativeLegalPerson", "EvidenceRequest"]


@pytest.mark.parametrize("request_", [evidence_request(), second_request(), evidence_request(subject=MILL)])
def test_what_we_write_reads_back_and_breaks_no_rule(request_):
    written = write_evidence_request(request_)

    assert read_evidence_request(written) == request_
    assert evidence_request_rules.examine(parse(written)).findings == ()


def test_prefixes_count_for_nothing_when_reading():
    content = write_evidence_request(evidence_request()).replace(b"sdg:", b"p4s:").replace(b":sdg=", b":p4s=")

    assert read_evidence_request(content) == evidence_request()


def test_the_order_of_slots_counts_for_nothing_when_reading():
    document = parse(write_evidence_request(second_request()))
    document[:] = reversed(document)

    assert read_evidence_request(spoilt(write_evidence_request(second_request()), lambda root: root.__setitem__(slice(None), document[:])))


# X03: each slot of a request, absent, twice or of another type.
SLOT_RULES = {
    "SpecificationIdentifier": ("S005", "S020"),
    "IssueDateTime": ("S006", "S021"),
    "Procedure": ("S007", "S022"),
    "PossibilityForPreview": ("S009", "S024"),
    "ExplicitRequestGiven": ("S010", "S025"),
    "Requirements": ("S011", "S026"),
    "EvidenceRequester": ("S012", "S028"),
    "EvidenceProvider": ("S013", "S030"),
    "NaturalPerson": ("S016", "S035"),
    "EvidenceRequest": ("S015", "S033"),
}


@pytest.mark.parametrize(("name", "rule"), [(name, rules[0]) for name, rules in SLOT_RULES.items()])
@pytest.mark.parametrize("change", [without, twice], ids=["absent", "twice"])
def test_a_required_slot_that_is_not_there_once_is_refused_with_its_rule(name, rule, change):
    content = write_evidence_request(evidence_request())

    assert fault_of(spoilt(content, change(slot(name)))).rule == f"R-EDM-REQ-{rule}"


@pytest.mark.parametrize(("name", "rule"), [(name, rules[1]) for name, rules in SLOT_RULES.items()])
def test_a_slot_of_another_type_is_refused_with_its_rule(name, rule):
    change = having(f"{slot(name)}{TYPE}", "xsi:type", "rim:IntegerValueType")

    assert fault_of(spoilt(write_evidence_request(evidence_request()), change)).rule == f"R-EDM-REQ-{rule}"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (saying(f"{slot('IssueDateTime')}{VALUE}", "noon"), "R-EDM-REQ-C002"),
        (saying(f"{slot('PossibilityForPreview')}{VALUE}", "maybe"), "R-EDM-REQ-S024"),
        (saying(f"{slot('Procedure')}{VALUE}", " "), "R-EDM-REQ-C003"),
        (saying(f"{slot('PreviewLocation')}{VALUE}", "javascript:alert(1)"), "R-EDM-REQ-C005"),
        (saying(f"{slot('ReturnLocation')}{VALUE}", "http://pt.localhost/"), "R-EDM-REQ-C120"),
        (without(slot("ReturnLocation")), "R-EDM-REQ-S062"),
        (without(slot("PreviewLocation")), "R-EDM-REQ-S062"),
        (having("/query:QueryRequest", "id", None), "R-EDM-REQ-S003"),
        (having("/query:QueryRequest", "id", "0b7c1d52-6f0e-4a39-8a11-5b8f3f0c9d21"), "R-EDM-REQ-S004"),
        (without("//query:Query"), "R-EDM-REQ-S015"),
        (without("//sdg:Requirement/sdg:Name"), "R-EDM-REQ-C010"),
        (having("//sdg:Requirement/sdg:Name", "lang", None), "R-EDM-REQ-C010"),
        (without(f"{slot('Requirements')}//rim:Element"), "R-EDM-REQ-S037"),
        (without("//sdg:Requirement"), "R-EDM-REQ-S037"),
        (without(f"{slot('EvidenceProvider')}//sdg:Agent"), "R-EDM-REQ-S042"),
        (without(f"{slot('EvidenceProvider')}//sdg:Identifier"), "CH-4.5.1-c"),
        (without(f"{slot('EvidenceProvider')}//sdg:Name"), "CH-4.5.1-c"),
        (having(f"{slot('EvidenceProvider')}//sdg:Identifier", "schemeID", None), "R-EDM-REQ-C017"),
        (having(f"{slot('EvidenceRequester')}//sdg:Identifier", "schemeID", None), "R-EDM-REQ-C011"),
        (saying(f"{slot('EvidenceRequester')}//sdg:Classification", "IP"), "R-EDM-REQ-C074"),
        (saying(f"{slot('EvidenceRequester')}//sdg:Classification", "EP"), "R-EDM-REQ-C014"),
        (without(f"{slot('EvidenceRequester')}//sdg:Classification"), "R-EDM-REQ-C013"),
        (without(f"{slot('EvidenceRequester')}//sdg:Address"), "R-EDM-REQ-C073"),
        (renamed(f"{slot('NaturalPerson')}//sdg:Person", "sdg:NaturalPerson"), "R-EDM-REQ-S046"),
        (without(f"{slot('NaturalPerson')}//sdg:LevelOfAssurance"), "R-EDM-REQ-C036"),
        (saying(f"{slot('NaturalPerson')}//sdg:LevelOfAssurance", "Highest"), "R-EDM-REQ-C037"),
        (having(f"{slot('NaturalPerson')}//sdg:Identifier", "schemeID", "eidas2"), "R-EDM-REQ-C042"),
        (saying(f"{slot('NaturalPerson')}//sdg:DateOfBirth", "1984"), "R-EDM-REQ-C043"),
        (without(f"{slot('NaturalPerson')}//sdg:FamilyName"), None),
        (without("//sdg:DistributedAs"), "R-EDM-REQ-C032"),
        (without("//sdg:DataServiceEvidenceType/sdg:Identifier"), "R-EDM-REQ-C106"),
        (saying("//sdg:DataServiceEvidenceType/sdg:Identifier", "7"), "R-EDM-REQ-C026"),
        (without("//sdg:DataServiceEvidenceType"), "R-EDM-REQ-S044"),
        (without("//sdg:SupportedValue"), "R-EDM-REQ-C102"),
        (without("//sdg:StringValue"), "R-EDM-REQ-C103"),
        (saying("//sdg:BooleanValue", "yes"), "R-EDM-REQ-C104"),
        (renamed("/query:QueryRequest", "query:QueryResponse"), "R-EDM-REQ-S001"),
        (renamed("/query:QueryRequest", "rim:QueryRequest"), "R-EDM-REQ-S001"),
        (without(f"{slot('EvidenceProvider')}/rim:SlotValue"), "R-EDM-REQ-S013"),
    ],
)
def test_a_slot_with_wrong_content_is_refused_with_its_rule(change, rule):
    assert fault_of(spoilt(write_evidence_request(second_request()), change)).rule == rule


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without("//sdg:LegalPersonIdentifier"), "R-EDM-REQ-C049"),
        (having("//sdg:LegalPersonIdentifier", "schemeID", "national"), "R-EDM-REQ-C053"),
        (having("//sdg:LegalPerson/sdg:Identifier", "schemeID", None), "R-EDM-REQ-C054"),
        (saying("//sdg:LevelOfAssurance", ""), "R-EDM-REQ-C047"),
    ],
)
def test_a_legal_person_is_refused_with_rules_of_its_own(change, rule):
    assert fault_of(spoilt(write_evidence_request(evidence_request(subject=MILL)), change)).rule == rule


def test_x04_a_natural_and_a_legal_person_at_once_are_refused():
    change = with_slot("//query:Query", "LegalPerson", "rim:AnyValueType")

    assert fault_of(spoilt(write_evidence_request(evidence_request()), change)).rule == "R-EDM-REQ-S016"


@pytest.mark.parametrize(("announced", "rule"), [("oots-edm:v1.2", "CH-4.7-a"), ("oots-edm:v2.0 ", "CH-4.7-a"), (None, "R-EDM-ebMS-019")])
def test_x02_a_header_that_announces_another_line_is_refused(announced, rule):
    with pytest.raises(CorrespondentFault) as raised:
        refuse_if_header_differs(announced, V2_0)

    assert raised.value.rule == rule


def test_a_header_that_announces_the_line_of_the_body_is_accepted():
    refuse_if_header_differs("oots-edm:v2.0", V2_0)


@pytest.mark.parametrize("specification", ["oots-edm:v1.0", "oots-edm:v1.2", "oots-edm:v3.0"])
def test_a_request_in_another_line_is_refused_by_its_name(specification):
    change = saying(f"{slot('SpecificationIdentifier')}{VALUE}", specification)

    fault = fault_of(spoilt(write_evidence_request(evidence_request()), change))

    assert specification in str(fault)
    assert fault.rule == "R-EDM-REQ-C001"


def test_a_character_that_xml_cannot_carry_is_the_mistake_of_the_caller():
    with pytest.raises(CallerMistake):
        write_evidence_request(evidence_request(procedure_code="T\x002"))


def test_a_blank_identifier_of_a_person_is_read_as_none():
    change = saying(f"{slot('NaturalPerson')}//sdg:Identifier", " ")

    assert read_evidence_request(spoilt(write_evidence_request(evidence_request()), change)).subject.eidas_identifier is None


def test_no_fault_tells_who_the_person_is():
    content = write_evidence_request(evidence_request())
    change = in_turn(
        saying(f"{slot('NaturalPerson')}//sdg:DateOfBirth", "2.3.1984"), having(f"{slot('NaturalPerson')}//sdg:Identifier", "schemeID", "x")
    )

    told = str(fault_of(spoilt(content, change)))

    assert not any(secret in told for secret in (ADA.family_name, "2.3.1984", str(ADA.eidas_identifier)))


class TestCorrespondent:
    def test_an_unreadable_request_still_says_whom_to_answer(self):
        content = spoilt(write_evidence_request(evidence_request()), without(slot("EvidenceRequest")))

        correspondent = read_correspondent(content)

        assert correspondent.request_id == evidence_request().request_id
        assert correspondent.requester == UNIVERSITY

    @pytest.mark.parametrize(
        "change",
        [
            having(f"{slot('EvidenceRequester')}//sdg:Identifier", "schemeID", "urn:example"),
            saying(f"{slot('EvidenceRequester')}//sdg:Name", "U"),
            having(f"{slot('EvidenceRequester')}//sdg:Name", "lang", "XX"),
            without(slot("EvidenceRequester")),
            saying(f"{slot('EvidenceRequester')}//sdg:Classification", "EP"),
        ],
    )
    def test_a_malformed_requester_is_not_echoed(self, change):
        correspondent = read_correspondent(spoilt(write_evidence_request(evidence_request()), change))

        assert correspondent.requester is None
        assert correspondent.request_id is not None

    def test_a_malformed_request_id_is_not_echoed(self):
        change = having("/query:QueryRequest", "id", "urn:uuid:no")

        assert read_correspondent(spoilt(write_evidence_request(evidence_request()), change)).request_id is None

    def test_what_is_no_xml_says_nothing(self):
        assert read_correspondent(b"<!DOCTYPE x><x/>") == read_correspondent(b"")


def test_an_empty_collection_of_answers_to_the_directory_is_refused():
    content = write_evidence_request(second_request())
    change = in_turn(without("//sdg:EvidenceProviderClassification"), holding(slot("EvidenceProviderClassification"), "rim:SlotValue"))

    assert fault_of(spoilt(content, change)).rule == "R-EDM-REQ-S041"
