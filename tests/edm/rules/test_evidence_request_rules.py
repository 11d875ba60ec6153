import pytest

from edm.messages.evidence_request import write_evidence_request
from edm.regrep.parsing import parse
from edm.rules import evidence_request_rules
from tests.edm.documents import having, holding, in_turn, renamed, saying, slot, twice, with_slot, without
from tests.edm.factories import MILL, evidence_request, second_request
from tests.edm.rules.mutations import breaks, broken_rules, rules_covered

IN_FULL = write_evidence_request(second_request())
PLAIN = write_evidence_request(evidence_request())
OF_A_COMPANY = write_evidence_request(evidence_request(subject=MILL))

ROOT = "/*"
QUERY = "//query:Query"
REQUESTER = f"{slot('EvidenceRequester')}//sdg:Agent[1]"
LEADING = f"{slot('EvidenceRequester')}//rim:Element[1]/sdg:Agent"
PROVIDER = f"{slot('EvidenceProvider')}//sdg:Agent"
PERSON = f"{slot('NaturalPerson')}//sdg:Person"
COMPANY = f"{slot('LegalPerson')}//sdg:LegalPerson"
BRUNO = f"{slot('AuthorizedRepresentative')}//sdg:Person"
AGENCY = f"{slot('AuthorizedRepresentativeLegalPerson')}//sdg:LegalPerson"
WANTED = "//sdg:DataServiceEvidenceType"
XML, PDF = f"{WANTED}/sdg:DistributedAs[1]", f"{WANTED}/sdg:DistributedAs[2]"
CODED, TEXTUAL, YES_OR_NO = (f"//rim:Element[{number}]/sdg:EvidenceProviderClassification" for number in (1, 2, 3))


def value(name: str) -> str:
    return f"{slot(name)}/rim:SlotValue"


def typed(name: str, value_type: str) -> object:
    return having(value(name), "xsi:type", value_type)


STRUCTURE = [
    breaks("R-EDM-REQ-S003", having(ROOT, "id", None)),
    breaks("R-EDM-REQ-S004", having(ROOT, "id", "urn:uuid:1")),
    breaks("R-EDM-REQ-S005", without(slot("SpecificationIdentifier"))),
    breaks("R-EDM-REQ-S006", without(slot("IssueDateTime"))),
    breaks("R-EDM-REQ-S007", without(slot("Procedure"))),
    breaks("R-EDM-REQ-S008", twice(slot("PreviewLocation"))),
    breaks("R-EDM-REQ-S009", without(slot("PossibilityForPreview"))),
    breaks("R-EDM-REQ-S010", without(slot("ExplicitRequestGiven"))),
    breaks("R-EDM-REQ-S011", without(slot("Requirements"))),
    breaks("R-EDM-REQ-S012", without(slot("EvidenceRequester"))),
    breaks("R-EDM-REQ-S013", without(slot("EvidenceProvider"))),
    breaks("R-EDM-REQ-S014", twice(slot("EvidenceProviderClassification"))),
    breaks("R-EDM-REQ-S015", without(slot("EvidenceRequest"))),
    breaks("R-EDM-REQ-S016", without(slot("NaturalPerson"))),
    breaks("R-EDM-REQ-S018", twice(slot("AuthorizedRepresentative"))),
    breaks("R-EDM-REQ-S019", with_slot(ROOT, "PreviewMethod")),
    breaks("R-EDM-REQ-S020", typed("SpecificationIdentifier", "rim:IntegerValueType")),
    breaks("R-EDM-REQ-S021", typed("IssueDateTime", "rim:StringValueType")),
    breaks("R-EDM-REQ-S022", typed("Procedure", "rim:InternationalStringValueType")),
    breaks("R-EDM-REQ-S023", typed("PreviewLocation", "rim:AnyValueType")),
    breaks("R-EDM-REQ-S024", typed("PossibilityForPreview", "rim:StringValueType")),
    breaks("R-EDM-REQ-S025", typed("ExplicitRequestGiven", "rim:StringValueType")),
    breaks("R-EDM-REQ-S026", typed("Requirements", "rim:AnyValueType")),
    breaks("R-EDM-REQ-S027", having(f"{value('Requirements')}/rim:Element", "xsi:type", None)),
    breaks("R-EDM-REQ-S028", typed("EvidenceRequester", "rim:AnyValueType")),
    breaks("R-EDM-REQ-S029", having(f"{value('EvidenceRequester')}/rim:Element", "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-REQ-S030", typed("EvidenceProvider", "rim:StringValueType")),
    breaks("R-EDM-REQ-S031", typed("EvidenceProviderClassification", "rim:AnyValueType")),
    breaks("R-EDM-REQ-S032", having(f"{value('EvidenceProviderClassification')}/rim:Element", "xsi:type", "AnyType")),
    breaks("R-EDM-REQ-S033", typed("EvidenceRequest", "rim:StringValueType")),
    breaks("R-EDM-REQ-S035", typed("NaturalPerson", "rim:StringValueType")),
    breaks("R-EDM-REQ-S036", typed("AuthorizedRepresentative", "rim:StringValueType")),
    breaks("R-EDM-REQ-S037", renamed("//sdg:Requirement", "sdg:Wish")),
    breaks("R-EDM-REQ-S038", holding("//sdg:Requirement", "sdg:ReferenceFramework")),
    breaks("R-EDM-REQ-S039", renamed(f"{slot('EvidenceRequester')}//sdg:Agent", "sdg:Agency"), "C074"),
    breaks("R-EDM-REQ-S040", holding(REQUESTER, "sdg:Note", "a note")),
    breaks("R-EDM-REQ-S041", renamed(TEXTUAL, "sdg:Answer")),
    breaks("R-EDM-REQ-S042", renamed(PROVIDER, "sdg:Agency")),
    breaks("R-EDM-REQ-S043", holding(PROVIDER, "sdg:Classification", "EP")),
    breaks("R-EDM-REQ-S044", renamed(WANTED, "sdg:EvidenceType")),
    breaks("R-EDM-REQ-S045", holding(WANTED, "sdg:AccessService")),
    breaks("R-EDM-REQ-S046", renamed(PERSON, "sdg:NaturalPerson")),
    breaks("R-EDM-REQ-S048", renamed(BRUNO, "sdg:NaturalPerson")),
    breaks("R-EDM-REQ-S049", with_slot(QUERY, "IsRequestForPreview")),
    breaks("R-EDM-REQ-S050", twice(value("IssueDateTime"))),
    breaks("R-EDM-REQ-S051", without(f"{value('PossibilityForPreview')}/rim:Value")),
    breaks("R-EDM-REQ-S052", in_turn(without(f"{value('Requirements')}/rim:Element"), holding(value("Requirements"), "rim:Value"))),
    breaks("R-EDM-REQ-S053", having(value("Requirements"), "collectionType", None)),
    breaks("R-EDM-REQ-S055", typed("AuthorizedRepresentativeLegalPerson", "rim:StringValueType")),
    breaks("R-EDM-REQ-S056", renamed(AGENCY, "sdg:Person")),
    breaks("R-EDM-REQ-S059", having(ROOT, "xml:lang", "EN")),
    breaks("R-EDM-REQ-S060", twice(slot("ReturnLocation"))),
    breaks("R-EDM-REQ-S061", typed("ReturnLocation", "rim:AnyValueType")),
    breaks("R-EDM-REQ-S062", without(slot("ReturnLocation"))),
]
CONTENT = [
    breaks("R-EDM-REQ-C001", saying(f"{value('SpecificationIdentifier')}/rim:Value", "oots-edm:v2.0 ")),
    breaks("R-EDM-REQ-C002", saying(f"{value('IssueDateTime')}/rim:Value", "2026-10-06 12:00:00")),
    breaks("R-EDM-REQ-C003", saying(f"{value('Procedure')}/rim:Value", "X8")),
    breaks("R-EDM-REQ-C005", saying(f"{value('PreviewLocation')}/rim:Value", "http://de.localhost/")),
    breaks("R-EDM-REQ-C008", saying("//sdg:Requirement/sdg:Identifier", "00000000-0000-4000-8000-00000000a001")),
    breaks("R-EDM-REQ-C009", having("//sdg:Requirement/sdg:Name", "lang", "en")),
    breaks("R-EDM-REQ-C010", having("//sdg:Requirement/sdg:Name", "lang", None)),
    breaks("R-EDM-REQ-C011", having(f"{REQUESTER}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-REQ-C012", having(f"{REQUESTER}/sdg:Identifier", "schemeID", "urn:cef.eu:names:identifier:EAS:0000")),
    breaks("R-EDM-REQ-C013", without(f"{REQUESTER}/sdg:Classification"), "C074"),
    breaks("R-EDM-REQ-C014", saying(f"{slot('EvidenceRequester')}//rim:Element[2]//sdg:Classification", "EP")),
    breaks("R-EDM-REQ-C015", saying(f"{REQUESTER}//sdg:AdminUnitLevel1", "GR")),
    breaks("R-EDM-REQ-C016", holding(f"{REQUESTER}/sdg:Address", "sdg:AdminUnitLevel2", "Lisboa")),
    breaks("R-EDM-REQ-C017", having(f"{PROVIDER}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-REQ-C018", saying(f"{PROVIDER}/sdg:Identifier", "9" * 256)),
    breaks("R-EDM-REQ-C019", saying(f"{TEXTUAL}/sdg:Identifier", "00000000-0000-4000-8000")),
    breaks("R-EDM-REQ-C020", without(f"{TEXTUAL}/sdg:Type")),
    breaks("R-EDM-REQ-C021", having(f"{CODED}/sdg:Description", "lang", "XX")),
    breaks("R-EDM-REQ-C022", having(f"{CODED}/sdg:Description", "lang", None)),
    breaks("R-EDM-REQ-C023", saying(f"{YES_OR_NO}//sdg:BooleanValue", "")),
    breaks("R-EDM-REQ-C024", having("//query:ResponseOption", "returnType", "LeafClass")),
    breaks("R-EDM-REQ-C025", having(QUERY, "queryDefinition", "AdhocQuery")),
    breaks("R-EDM-REQ-C026", saying(f"{WANTED}/sdg:Identifier", "degree")),
    breaks(
        "R-EDM-REQ-C027",
        saying(
            f"{WANTED}/sdg:EvidenceTypeClassification",
            " https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/DE/00000000-0000-4000-8000-00000000d001",
        ),
    ),
    breaks("R-EDM-REQ-C028", having(f"{WANTED}/sdg:Title[1]", "lang", "eng")),
    breaks("R-EDM-REQ-C029", having(f"{WANTED}/sdg:Title[1]", "lang", None)),
    breaks("R-EDM-REQ-C030", having(f"{WANTED}/sdg:Description", "lang", "eng")),
    breaks("R-EDM-REQ-C031", having(f"{WANTED}/sdg:Description", "lang", None)),
    breaks("R-EDM-REQ-C032", without(f"{WANTED}/sdg:DistributedAs")),
    breaks("R-EDM-REQ-C033", saying(f"{PDF}/sdg:Format", "application/x-ebrs+xml")),
    breaks("R-EDM-REQ-C034", saying(f"{XML}/sdg:ConformsTo", "https://example.eu/datamodels/1")),
    breaks("R-EDM-REQ-C036", saying(f"{PERSON}/sdg:LevelOfAssurance", ""), "C037"),
    breaks("R-EDM-REQ-C037", saying(f"{PERSON}/sdg:LevelOfAssurance", "high")),
    breaks("R-EDM-REQ-C038", saying(f"{PERSON}/sdg:Identifier", ""), "C040"),
    breaks("R-EDM-REQ-C040", saying(f"{PERSON}/sdg:Identifier", "DE/PT/12345")),
    breaks("R-EDM-REQ-C041", having(f"{PERSON}/sdg:Identifier", "schemeID", None), "C042"),
    breaks("R-EDM-REQ-C042", having(f"{PERSON}/sdg:Identifier", "schemeID", "eidas2")),
    breaks("R-EDM-REQ-C043", saying(f"{PERSON}/sdg:DateOfBirth", "1984-03-02Z")),
    breaks("R-EDM-REQ-C045", saying(f"{PERSON}//sdg:AdminUnitLevel1", "XX")),
    breaks("R-EDM-REQ-C058", without(f"{BRUNO}/sdg:LevelOfAssurance")),
    breaks("R-EDM-REQ-C059", saying(f"{BRUNO}/sdg:LevelOfAssurance", "E")),
    breaks("R-EDM-REQ-C060", without(f"{BRUNO}/sdg:Identifier")),
    breaks("R-EDM-REQ-C061", saying(f"{BRUNO}/sdg:Identifier", "IT/12345678")),
    breaks("R-EDM-REQ-C062", having(f"{BRUNO}/sdg:Identifier", "schemeID", None), "C063"),
    breaks("R-EDM-REQ-C063", having(f"{BRUNO}/sdg:Identifier", "schemeID", "eidas2")),
    breaks("R-EDM-REQ-C064", saying(f"{BRUNO}/sdg:DateOfBirth", "5.5.1985")),
    breaks("R-EDM-REQ-C067", saying(f"{BRUNO}//sdg:AdminUnitLevel1", "UK")),
    breaks("R-EDM-REQ-C070", without(f"{XML}/sdg:ConformsTo")),
    breaks("R-EDM-REQ-C071", in_turn(saying(f"{XML}/sdg:Format", "application/json"), without(f"{XML}/sdg:ConformsTo"))),
    breaks("R-EDM-REQ-C072", holding(PDF, "sdg:Transformation")),
    breaks("R-EDM-REQ-C073", without(f"{LEADING}/sdg:Address")),
    breaks("R-EDM-REQ-C074", saying(f"{LEADING}/sdg:Classification", "IP")),
    breaks("R-EDM-REQ-C075", saying(f"{PERSON}/sdg:Nationality", "DEU")),
    breaks("R-EDM-REQ-C076", saying(f"{PERSON}/sdg:CountryOfBirth", "GR")),
    breaks("R-EDM-REQ-C077", saying(f"{PERSON}/sdg:CountryOfResidence", "de")),
    breaks("R-EDM-REQ-C078", saying(f"{BRUNO}/sdg:Nationality", "ITA")),
    breaks("R-EDM-REQ-C079", saying(f"{BRUNO}/sdg:CountryOfBirth", "ITA")),
    breaks("R-EDM-REQ-C080", saying(f"{BRUNO}/sdg:CountryOfResidence", "GER")),
    breaks("R-EDM-REQ-C081", saying(f"{BRUNO}//sdg:AttributeValue", "T1,T2")),
    breaks("R-EDM-REQ-C082", without(f"{AGENCY}/sdg:LevelOfAssurance")),
    breaks("R-EDM-REQ-C083", saying(f"{AGENCY}/sdg:LevelOfAssurance", "none")),
    breaks("R-EDM-REQ-C084", without(f"{AGENCY}/sdg:LegalPersonIdentifier")),
    breaks("R-EDM-REQ-C085", saying(f"{AGENCY}/sdg:LegalPersonIdentifier", "agency")),
    breaks("R-EDM-REQ-C086", having(f"{AGENCY}/sdg:LegalPersonIdentifier", "schemeID", None), "C087"),
    breaks("R-EDM-REQ-C087", having(f"{AGENCY}/sdg:LegalPersonIdentifier", "schemeID", "LEI")),
    breaks("R-EDM-REQ-C088", having(f"{AGENCY}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-REQ-C089", having(f"{AGENCY}/sdg:Identifier", "schemeID", "HRB")),
    breaks(
        "R-EDM-REQ-C090",
        in_turn(holding(AGENCY, "sdg:CurrentAddress"), holding(f"{AGENCY}/sdg:CurrentAddress", "sdg:AdminUnitLevel1", "X")),
    ),
    breaks("R-EDM-REQ-C091", saying(f"{AGENCY}//sdg:AttributeValue", "T1; T2")),
    breaks("R-EDM-REQ-C092", saying(f"{WANTED}/sdg:Title[1]", " D ")),
    breaks("R-EDM-REQ-C093", having("//sdg:Requirement/sdg:Description", "lang", "English")),
    breaks("R-EDM-REQ-C094", having("//sdg:Requirement/sdg:Description", "lang", None)),
    breaks("R-EDM-REQ-C095", saying(f"{TEXTUAL}/sdg:Type", "String")),
    breaks("R-EDM-REQ-C096", having(f"{CODED}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-REQ-C097", having(f"{CODED}/sdg:Identifier", "schemeID", "https://example.eu/codelists/DE/Regions")),
    breaks("R-EDM-REQ-C098", having(f"{CODED}/sdg:Identifier", "schemeID", "https://sr.oots.tech.ec.europa.eu/codelists/GR/Regions")),
    breaks("R-EDM-REQ-C099", having(f"{CODED}/sdg:Identifier", "schemeID", "https://sr.oots.tech.ec.europa.eu/codelists/DE/R")),
    breaks("R-EDM-REQ-C100", without(f"{CODED}/sdg:ValueExpression")),
    breaks("R-EDM-REQ-C101", saying(f"{CODED}/sdg:ValueExpression", "regions.gc")),
    breaks("R-EDM-REQ-C102", without(f"{TEXTUAL}/sdg:SupportedValue"), "C023 C105"),
    breaks("R-EDM-REQ-C103", renamed(f"{TEXTUAL}//sdg:StringValue", "sdg:DateValue")),
    breaks("R-EDM-REQ-C104", renamed(f"{YES_OR_NO}//sdg:BooleanValue", "sdg:StringValue")),
    breaks("R-EDM-REQ-C105", twice(f"{TEXTUAL}/sdg:SupportedValue")),
    breaks("R-EDM-REQ-C106", without(f"{WANTED}/sdg:Identifier")),
    breaks("R-EDM-REQ-C107", holding(PDF, "sdg:ConformsTo", "https://sr.oots.tech.ec.europa.eu/datamodels/1")),
    breaks("R-EDM-REQ-C108", having(f"{LEADING}/sdg:Name", "lang", "xx")),
    breaks("R-EDM-REQ-C109", having(f"{LEADING}/sdg:Name", "lang", None)),
    breaks("R-EDM-REQ-C110", having(f"{PROVIDER}/sdg:Name", "lang", "xx")),
    breaks("R-EDM-REQ-C111", having(f"{PROVIDER}/sdg:Name", "lang", None)),
    breaks("R-EDM-REQ-C114", saying(f"{XML}/sdg:ConformsTo", "https://sr.acc.oots.tech.ec.europa.eu/datamodels/1")),
    breaks(
        "R-EDM-REQ-C115",
        saying(
            f"{WANTED}/sdg:EvidenceTypeClassification",
            "https://sr.acc.oots.tech.ec.europa.eu/evidencetypeclassifications/oots/00000000-0000-4000-8000-00000000d001",
        ),
    ),
    breaks("R-EDM-REQ-C118", saying(f"{PDF}/sdg:Language[1]", "en")),
    breaks("R-EDM-REQ-C119", saying(f"{XML}/sdg:AssociatedDocumentRequest[1]", "Copy")),
    breaks("R-EDM-REQ-C120", saying(f"{value('ReturnLocation')}/rim:Value", "/return")),
    breaks("R-EDM-REQ-C124", saying(f"{BRUNO}/sdg:Gender", "M"), "C126"),
    breaks("R-EDM-REQ-C126", without(f"{BRUNO}/sdg:Gender")),
    breaks("CH-2.1-a", saying(f"{PERSON}/sdg:Identifier", "AT/PT/12345678")),
    breaks("CH-2.3-a", without(f"{BRUNO}/sdg:SectorSpecificAttribute")),
    breaks("CH-4.5.1-c", without(f"{PROVIDER}/sdg:Name")),
]
ROOTS = [
    breaks("R-EDM-REQ-S001", renamed(ROOT, "query:QueryResponse")),
    breaks("R-EDM-REQ-S002", renamed(ROOT, "rim:QueryRequest")),
]
COMPANIES = [
    breaks("R-EDM-REQ-S034", typed("LegalPerson", "rim:StringValueType")),
    breaks("R-EDM-REQ-S047", renamed(COMPANY, "sdg:Person")),
    breaks("R-EDM-REQ-C047", without(f"{COMPANY}/sdg:LevelOfAssurance")),
    breaks("R-EDM-REQ-C048", saying(f"{COMPANY}/sdg:LevelOfAssurance", "x")),
    breaks("R-EDM-REQ-C049", without(f"{COMPANY}/sdg:LegalPersonIdentifier")),
    breaks("R-EDM-REQ-C051", saying(f"{COMPANY}/sdg:LegalPersonIdentifier", "DE/PT")),
    breaks("R-EDM-REQ-C052", having(f"{COMPANY}/sdg:LegalPersonIdentifier", "schemeID", None), "C053"),
    breaks("R-EDM-REQ-C053", having(f"{COMPANY}/sdg:LegalPersonIdentifier", "schemeID", "VAT")),
    breaks("R-EDM-REQ-C054", having(f"{COMPANY}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-REQ-C055", having(f"{COMPANY}/sdg:Identifier", "schemeID", "vat")),
    breaks("R-EDM-REQ-C056", saying(f"{COMPANY}//sdg:AdminUnitLevel1", "GER")),
]


@pytest.mark.parametrize("mutation", STRUCTURE + CONTENT)
def test_the_smallest_fault_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_request_rules, IN_FULL, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", COMPANIES)
def test_the_smallest_fault_about_a_company_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_request_rules, OF_A_COMPANY, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", ROOTS)
def test_another_root_breaks_the_rule_of_roots(mutation):
    assert mutation.rule in broken_rules(evidence_request_rules, PLAIN, mutation.change)


def test_every_rule_has_a_fault_that_breaks_it():
    assert rules_covered(STRUCTURE, CONTENT, ROOTS, COMPANIES) == set(evidence_request_rules.identifiers)


def test_the_reference_request_breaks_no_rule(reference_data):
    content = (reference_data / "messages/reference-v2.0/edm-request/reference-messages-requete.xml").read_bytes()

    assert evidence_request_rules.examine(parse(content)).findings == ()


def test_x04_a_second_subject_breaks_rule_s016():
    broken = broken_rules(evidence_request_rules, PLAIN, with_slot(QUERY, "LegalPerson", "rim:AnyValueType"))

    assert "R-EDM-REQ-S016" in broken


class TestKnownDefects:
    """What the published assertions do, whatever their text says (EDM reference 11)."""

    def test_a_second_sectoral_attribute_of_a_representing_company_cannot_be_judged(self):
        broken = broken_rules(evidence_request_rules, IN_FULL, twice(f"{AGENCY}/sdg:SectorSpecificAttribute"))

        assert broken == {"R-EDM-REQ-C091"}

    def test_a_representing_company_may_list_several_procedures(self):
        change = saying(f"{AGENCY}//sdg:AttributeValue", "T1,T2, 00")

        assert broken_rules(evidence_request_rules, IN_FULL, change) == set()

    def test_a_person_identifier_is_anchored_at_its_end_only(self):
        change = saying(f"{PERSON}/sdg:Identifier", "id: de/pt/123456")

        assert broken_rules(evidence_request_rules, IN_FULL, change) == set()

    def test_a_subject_that_states_a_power_of_representation_is_refused(self):
        change = saying(f"{PERSON}//sdg:AttributeName", "PowerOfRepresentationScope")

        assert broken_rules(evidence_request_rules, IN_FULL, change) == {"CH-2.3-a"}

    def test_control_characters_around_a_code_do_not_count(self):
        change = saying(f"{value('Procedure')}/rim:Value", "T2\u007f")

        assert broken_rules(evidence_request_rules, IN_FULL, change) == set()
