from datetime import timedelta

import pytest

from edm.messages.evidence_response import write_evidence_response
from edm.regrep.parsing import parse
from edm.rules import evidence_response_rules
from tests.edm.documents import having, holding, in_turn, renamed, saying, slot, twice, with_slot, without
from tests.edm.factories import NOON, OF_THE_MILL, PLATFORM, counted_ids, evidence_response
from tests.edm.rules.mutations import breaks, broken_rules, rules_covered


def written(**changed: object) -> bytes:
    return write_evidence_response(evidence_response(**changed), object_ids=counted_ids())


IN_FULL = written(intermediaries=(PLATFORM,))
DEFERRED = written(packages=(), available_at=NOON + timedelta(days=1))
OF_A_COMPANY = written(packages=(OF_THE_MILL,))

ROOT = "/*"
OUTER = "/*/*/rim:RegistryObject"
INNER = f"{OUTER}/rim:RegistryObjectList"
MAIN, READABLE, TRANSLATION, ANNEX = (f"{INNER}/rim:RegistryObject[{number}]" for number in (1, 2, 3, 4))
OF_READABLE, OF_TRANSLATION, OF_ANNEX = (f"{INNER}/rim:RegistryObject[{number}]" for number in (5, 6, 7))
PROVIDER = f"{slot('EvidenceProvider')}//rim:Element[1]/sdg:Agent"
REQUESTER = f"{slot('EvidenceRequester')}//sdg:Agent"
TYPE = "urn:oasis:names:tc:ebxml-regrep:AssociationType:"
NOWHERE = "urn:uuid:00000000-0000-4000-8000-00000000dead"


def value(name: str) -> str:
    return f"{slot(name)}/rim:SlotValue"


ENVELOPE = [
    breaks("R-EDM-RESP-S003", having(ROOT, "requestId", None)),
    breaks("R-EDM-RESP-S004", having(ROOT, "requestId", "urn:uuid:1")),
    breaks("R-EDM-RESP-S005", having(ROOT, "status", None), "S006"),
    breaks("R-EDM-RESP-S006", having(ROOT, "status", "Success")),
    breaks("R-EDM-RESP-S007", without("/*/rim:RegistryObjectList")),
    breaks("R-EDM-RESP-S008", holding(ROOT, "rs:Exception")),
    breaks("R-EDM-RESP-S009", without(slot("SpecificationIdentifier"))),
    breaks("R-EDM-RESP-S010", without(slot("EvidenceResponseIdentifier"))),
    breaks("R-EDM-RESP-S011", twice(slot("IssueDateTime"))),
    breaks("R-EDM-RESP-S012", without(slot("EvidenceProvider"))),
    breaks("R-EDM-RESP-S013", without(slot("EvidenceRequester"))),
    breaks("R-EDM-RESP-S014", with_slot(ROOT, "ResponseAvailableDateTime", "rim:DateTimeValueType", "2027-01-01T00:00:00Z")),
    breaks("R-EDM-RESP-S016", with_slot(ROOT, "ErrorProvider")),
    breaks("R-EDM-RESP-S017", having(value("SpecificationIdentifier"), "xsi:type", "rim:AnyValueType")),
    breaks("R-EDM-RESP-S018", having(value("EvidenceResponseIdentifier"), "xsi:type", None)),
    breaks("R-EDM-RESP-S019", having(value("IssueDateTime"), "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-RESP-S020", having(value("EvidenceProvider"), "xsi:type", "rim:AnyValueType")),
    breaks("R-EDM-RESP-S021", having(f"{value('EvidenceProvider')}/rim:Element", "xsi:type", None)),
    breaks("R-EDM-RESP-S022", having(value("EvidenceRequester"), "xsi:type", "rim:CollectionValueType")),
    breaks("R-EDM-RESP-S025", holding(value("EvidenceProvider"), "rim:Element"), "S021"),
    breaks("R-EDM-RESP-S026", holding(PROVIDER, "sdg:Note", "a note")),
    breaks("R-EDM-RESP-S027", renamed(REQUESTER, "sdg:Agency")),
    breaks("R-EDM-RESP-S028", holding(REQUESTER, "sdg:Address")),
    breaks("R-EDM-RESP-C002", saying(f"{value('SpecificationIdentifier')}/rim:Value", "oots-edm:v1.2")),
    breaks("R-EDM-RESP-C003", saying(f"{value('EvidenceResponseIdentifier')}/rim:Value", "7")),
    breaks("R-EDM-RESP-C004", saying(f"{value('IssueDateTime')}/rim:Value", "noon")),
    breaks("R-EDM-RESP-C006", having(f"{PROVIDER}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-RESP-C007", having(f"{PROVIDER}/sdg:Identifier", "schemeID", "x")),
    breaks("R-EDM-RESP-C008", saying(f"{PROVIDER}//sdg:AdminUnitLevel1", "Germany")),
    breaks("R-EDM-RESP-C009", holding(f"{PROVIDER}/sdg:Address", "sdg:AdminUnitLevel2", "Hamburg")),
    breaks("R-EDM-RESP-C010", without(f"{PROVIDER}/sdg:Classification"), "C046"),
    breaks("R-EDM-RESP-C011", saying(f"{slot('EvidenceProvider')}//rim:Element[2]//sdg:Classification", "ERRP")),
    breaks("R-EDM-RESP-C012", having(f"{REQUESTER}/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-RESP-C013", having(f"{REQUESTER}/sdg:Identifier", "schemeID", "x")),
    breaks("R-EDM-RESP-C046", saying(f"{PROVIDER}/sdg:Classification", "IP")),
    breaks("R-EDM-RESP-C047", without(f"{PROVIDER}/sdg:Address")),
    breaks("R-EDM-RESP-C049", saying(f"{REQUESTER}/sdg:Name", "U")),
]
PACKAGES = [
    breaks("R-EDM-RESP-S015", twice(f"{MAIN}/rim:Slot")),
    breaks("R-EDM-RESP-S024", having(f"{MAIN}{slot('EvidenceMetadata')[1:]}/rim:SlotValue", "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-RESP-S029", renamed(f"{ANNEX}//sdg:Evidence", "sdg:Proof")),
    breaks("R-EDM-RESP-S033", without(f"{ANNEX}/rim:RepositoryItemRef")),
    breaks("R-EDM-RESP-S034", having(f"{ANNEX}/rim:RepositoryItemRef", "xlink:href", None)),
    breaks("R-EDM-RESP-S035", having(f"{ANNEX}/rim:RepositoryItemRef", "xlink:title", None)),
    breaks("R-EDM-RESP-C042", having(f"{ANNEX}/rim:RepositoryItemRef", "xlink:href", "cid:annex")),
    breaks("R-EDM-RESP-S036", having(OF_ANNEX, "id", None)),
    breaks("R-EDM-RESP-S037", having(OF_ANNEX, "id", "7")),
    breaks("R-EDM-RESP-S046", twice(INNER)),
    breaks(
        "R-EDM-RESP-S047",
        in_turn(without(MAIN), without(f"{INNER}/rim:RegistryObject")),
    ),
    breaks("R-EDM-RESP-S048", twice(f"{MAIN}/rim:Classification")),
    breaks("R-EDM-RESP-S049", having(f"{MAIN}/rim:Classification", "classificationNode", "Main"), "S047 S056 S057 S058"),
    breaks("R-EDM-RESP-S065", having(f"{MAIN}/rim:Classification", "id", "7")),
    breaks("R-EDM-RESP-S066", having(OUTER, "xsi:type", "RegistryPackageType")),
    breaks("CH-4.5.2-c", in_turn(twice(MAIN)), ""),
    breaks("R-EDM-RESP-S062", without(f"{MAIN}//sdg:Distribution")),
    breaks("R-EDM-RESP-S063", holding(f"{ANNEX}//sdg:Distribution", "sdg:ConformsTo", "https://sr.oots.tech.ec.europa.eu/datamodels/1")),
]
ASSOCIATIONS = [
    breaks("R-EDM-RESP-S050", without(OF_ANNEX)),
    breaks("R-EDM-RESP-S051", having(OF_ANNEX, "sourceObject", None), "S050 S052"),
    breaks("R-EDM-RESP-S055", having(OF_ANNEX, "targetObject", None), "S056"),
    breaks("R-EDM-RESP-S056", having(OF_ANNEX, "targetObject", NOWHERE)),
    breaks("R-EDM-RESP-S057", having(OF_READABLE, "targetObject", NOWHERE)),
    breaks("R-EDM-RESP-S058", having(OF_TRANSLATION, "targetObject", NOWHERE)),
    breaks("R-EDM-RESP-S052", having(OF_ANNEX, "sourceObject", NOWHERE), "S050"),
    breaks("R-EDM-RESP-S053", having(OF_READABLE, "sourceObject", NOWHERE), "S050"),
    breaks("R-EDM-RESP-S054", having(OF_TRANSLATION, "sourceObject", NOWHERE), "S050"),
    breaks("R-EDM-RESP-S059", having(OF_ANNEX, "type", f"{TYPE}Copy")),
    breaks("R-EDM-RESP-S060", having(OF_TRANSLATION, "type", f"{TYPE}Copy")),
    breaks("R-EDM-RESP-S061", having(OF_READABLE, "type", f"{TYPE}Copy")),
]
EVIDENCE = [
    breaks("R-EDM-RESP-C015", saying(f"{MAIN}//sdg:Evidence/sdg:Identifier", "7")),
    breaks("R-EDM-RESP-C016", saying("//sdg:IssuingDate", "2008-07-31Z")),
    breaks("R-EDM-RESP-C017", saying("//sdg:EvidenceTypeClassification", "https://example.eu/degree")),
    breaks("R-EDM-RESP-C018", having("//sdg:IsConformantTo/sdg:Title", "lang", "en")),
    breaks("R-EDM-RESP-C019", having("//sdg:IsConformantTo/sdg:Title", "lang", None)),
    breaks("R-EDM-RESP-C020", having("//sdg:IsConformantTo/sdg:Description", "lang", "en")),
    breaks("R-EDM-RESP-C021", having("//sdg:IsConformantTo/sdg:Description", "lang", None)),
    breaks("R-EDM-RESP-S030", holding("//sdg:IsConformantTo", "sdg:Note", "a note")),
    breaks("R-EDM-RESP-C022", saying(f"{MAIN}//sdg:ConformsTo", "https://example.eu/model")),
    breaks("R-EDM-RESP-C023", saying(f"{ANNEX}//sdg:Format", "text/html")),
    breaks("R-EDM-RESP-C026", saying(f"{ANNEX}//sdg:Language", "en")),
    breaks("R-EDM-RESP-C058", twice(f"{ANNEX}//sdg:Format")),
    breaks("R-EDM-RESP-C027", without("//sdg:NaturalPerson/sdg:Identifier")),
    breaks("R-EDM-RESP-C028", saying("//sdg:NaturalPerson/sdg:Identifier", "ada")),
    breaks("R-EDM-RESP-C030", having("//sdg:NaturalPerson/sdg:Identifier", "schemeID", None), "C031"),
    breaks("R-EDM-RESP-C031", having("//sdg:NaturalPerson/sdg:Identifier", "schemeID", "national")),
    breaks("R-EDM-RESP-C032", saying("//sdg:DateOfBirth", "2.3.1984")),
    breaks("R-EDM-RESP-S041", holding("//sdg:NaturalPerson", "sdg:Gender", "Female")),
    breaks("R-EDM-RESP-C038", having("//sdg:IssuingAuthority/sdg:Identifier", "schemeID", None)),
    breaks("R-EDM-RESP-C039", having("//sdg:IssuingAuthority/sdg:Identifier", "schemeID", "x")),
    breaks("R-EDM-RESP-C040", saying("//sdg:StartDate", "2008")),
    breaks("R-EDM-RESP-C041", saying("//sdg:EndDate", "never")),
    breaks("R-EDM-RESP-C044", without(f"{MAIN}//sdg:ConformsTo")),
    breaks("R-EDM-RESP-C045", in_turn(saying(f"{MAIN}//sdg:Format", "application/json"), without(f"{MAIN}//sdg:ConformsTo"))),
]
DEFERRALS = [
    breaks("R-EDM-RESP-S045", without(slot("ResponseAvailableDateTime"))),
    breaks("R-EDM-RESP-S023", having(value("ResponseAvailableDateTime"), "xsi:type", "rim:StringValueType")),
    breaks("R-EDM-RESP-C005", saying(f"{value('ResponseAvailableDateTime')}/rim:Value", "tomorrow")),
    breaks("CH-4.5.2-a", saying(f"{value('ResponseAvailableDateTime')}/rim:Value", "2026-10-06T11:59:59Z")),
]
COMPANIES = [
    breaks("R-EDM-RESP-C033", without("//sdg:LegalPersonIdentifier")),
    breaks("R-EDM-RESP-C035", saying("//sdg:LegalPersonIdentifier", "mill")),
    breaks("R-EDM-RESP-C036", having("//sdg:LegalPersonIdentifier", "schemeID", None), "C037"),
    breaks("R-EDM-RESP-C037", having("//sdg:LegalPersonIdentifier", "schemeID", "VAT")),
    breaks("R-EDM-RESP-S042", holding("//sdg:LegalPerson", "sdg:RegisteredAddress")),
]
ROOTS = [
    breaks("R-EDM-RESP-S001", renamed(ROOT, "query:QueryRequest")),
    breaks("R-EDM-RESP-S002", renamed(ROOT, "rim:QueryResponse")),
]
# One level too shallow, as published: only a list without packages is reached.
SHALLOW = [
    breaks(
        "R-EDM-RESP-C050",
        in_turn(
            holding("/*/rim:RegistryObjectList", "rim:RegistryObject"),
            with_slot("/*/rim:RegistryObjectList/rim:RegistryObject", "EvidenceMetadata"),
            holding("//rim:RegistryObject/rim:Slot/rim:SlotValue", "sdg:Evidence"),
            holding("//sdg:Evidence", "sdg:Distribution"),
            holding("//sdg:Distribution", "sdg:Format", "application/pdf"),
            holding("//sdg:Distribution", "sdg:ConformsTo", "https://sr.oots.tech.ec.europa.eu/datamodels/1"),
        ),
    )
]


@pytest.mark.parametrize("mutation", ENVELOPE + PACKAGES + ASSOCIATIONS + EVIDENCE)
def test_the_smallest_fault_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_response_rules, IN_FULL, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", DEFERRALS)
def test_the_smallest_fault_of_a_deferral_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_response_rules, DEFERRED, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", COMPANIES)
def test_the_smallest_fault_about_a_company_breaks_its_rule_alone(mutation):
    assert broken_rules(evidence_response_rules, OF_A_COMPANY, mutation.change) == {mutation.rule} | mutation.also


@pytest.mark.parametrize("mutation", ROOTS + SHALLOW)
def test_a_coarse_fault_breaks_its_rule_among_others(mutation):
    base = written(packages=()) if mutation.rule.endswith("C050") else IN_FULL

    assert mutation.rule in broken_rules(evidence_response_rules, base, mutation.change)


def test_every_rule_has_a_fault_that_breaks_it():
    tables = (ENVELOPE, PACKAGES, ASSOCIATIONS, EVIDENCE, DEFERRALS, COMPANIES, ROOTS, SHALLOW)

    assert rules_covered(*tables) == set(evidence_response_rules.identifiers)


@pytest.mark.parametrize("name", ["reponse", "reponseDifferee"])
def test_the_reference_responses_break_no_rule(reference_data, name):
    content = (reference_data / f"messages/reference-v2.0/edm-response/reference-messages-{name}.xml").read_bytes()

    assert evidence_response_rules.examine(parse(content)).findings == ()


def test_a_deferral_that_carries_evidence_is_refused():
    change = having(ROOT, "status", "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Unavailable")

    assert broken_rules(evidence_response_rules, IN_FULL, change) == {"R-EDM-RESP-S045", "CH-4.5.2-a"}


def test_a_data_model_on_a_pdf_in_a_package_is_not_reached_by_the_rule_against_it():
    change = holding("//sdg:Distribution", "sdg:ConformsTo", "https://sr.oots.tech.ec.europa.eu/datamodels/1")

    assert broken_rules(evidence_response_rules, OF_A_COMPANY, change) == set()


def test_an_exception_breaks_rule_s008_whatever_the_status():
    assert broken_rules(evidence_response_rules, DEFERRED, holding(ROOT, "rs:Exception")) == {"R-EDM-RESP-S008"}
