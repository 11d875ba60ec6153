from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from edm.errors import CorrespondentFault
from edm.messages.answers import read_answer
from edm.messages.evidence_response import read_evidence_response, refuse_unless_complete, write_evidence_response
from edm.regrep.parsing import parse
from edm.rules import evidence_response_rules
from tests.edm.documents import found, having, renamed, saying, slot, spoilt, tree_of, twice, with_slot, without
from tests.edm.factories import NOON, OF_THE_MILL, PACKAGE, PLATFORM, counted_ids, evidence_response

DOCUMENT = "//rim:RegistryObject[@xsi:type='rim:ExtrinsicObjectType']"
ASSOCIATION = "//rim:RegistryObject[@xsi:type='rim:AssociationType']"


def written(**changed: object) -> bytes:
    return write_evidence_response(evidence_response(**changed), object_ids=counted_ids())


def fault_of(content: bytes) -> CorrespondentFault:
    with pytest.raises(CorrespondentFault) as raised:
        read_answer(content)
    return raised.value


@pytest.mark.parametrize("name", ["reponse", "reponseDifferee"])
def test_the_reference_responses_are_read_completely_and_written_in_their_shape(reference_data, name):
    content = (reference_data / f"messages/reference-v2.0/edm-response/reference-messages-{name}.xml").read_bytes()
    document = parse(content)
    ids = iter(document.xpath("//@id"))

    again = write_evidence_response(read_evidence_response(content), object_ids=lambda: UUID(next(ids)))

    assert tree_of(parse(again)) == tree_of(document)


LATER = NOON + timedelta(days=1)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"packages": ()},
        {"packages": (), "available_at": LATER},
        {"packages": (PACKAGE, OF_THE_MILL), "intermediaries": (PLATFORM,)},
    ],
    ids=["package", "nothing", "deferred", "two packages"],
)
def test_what_we_write_reads_back_and_breaks_no_rule(changed):
    content = written(**changed)

    assert read_answer(content) == evidence_response(**changed)
    assert evidence_response_rules.examine(parse(content)).findings == ()


def test_nothing_found_is_a_success_with_an_empty_list():
    document = parse(written(packages=()))

    assert document.get("status").endswith(":Success")
    assert len(found(document, "/*/rim:RegistryObjectList")[0]) == 0


def test_each_supplement_is_classified_and_points_at_the_main_evidence():
    document = parse(written())
    objects = {element.get("id"): found_class(element) for element in found(document, DOCUMENT)}

    tied = [
        (element.get("type").rpartition(":")[2], objects[element.get("sourceObject")], objects[element.get("targetObject")])
        for element in found(document, ASSOCIATION)
    ]

    assert list(objects.values()) == ["MainEvidence", "HumanReadableVersion", "Translation", "Annex"]
    assert tied == [(kind, kind, "MainEvidence") for kind in ("HumanReadableVersion", "Translation", "Annex")]


def found_class(element):
    return found(element, "rim:Classification")[0].get("classificationNode")


def test_identifiers_of_objects_never_repeat():
    ids = parse(written(packages=(PACKAGE, OF_THE_MILL))).xpath("//@id")

    assert len(ids) == len(set(ids)) == 15


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (having("/*", "requestId", None), "R-EDM-RESP-S003"),
        (having("/*", "requestId", "1"), "R-EDM-RESP-S004"),
        (having("/*", "status", None), "R-EDM-RESP-S005"),
        (having("/*", "status", "Partial"), "R-EDM-RESP-S006"),
        (without("/*/rim:RegistryObjectList"), "R-EDM-RESP-S007"),
        (with_slot("/*", "ResponseAvailableDateTime", "rim:DateTimeValueType"), "R-EDM-RESP-S014"),
        (without(slot("EvidenceProvider")), "R-EDM-RESP-S012"),
        (without(slot("EvidenceRequester")), "R-EDM-RESP-S013"),
        (saying(f"{slot('EvidenceResponseIdentifier')}//rim:Value", "7"), "R-EDM-RESP-C003"),
        (saying(f"{slot('EvidenceProvider')}//sdg:Classification", "ER"), "R-EDM-RESP-C011"),
        (without(f"{slot('EvidenceProvider')}//sdg:Address"), "R-EDM-RESP-C047"),
        (having("/*/*/rim:RegistryObject", "xsi:type", "rim:ExtrinsicObjectType"), "R-EDM-RESP-S066"),
        (without("/*/*/rim:RegistryObject/rim:RegistryObjectList"), "R-EDM-RESP-S046"),
        (without(f"{DOCUMENT}[1]/rim:Classification"), "R-EDM-RESP-S048"),
        (having(f"{DOCUMENT}[1]/rim:Classification", "classificationNode", "Copy"), "R-EDM-RESP-S049"),
        (having(f"{DOCUMENT}[1]/rim:Classification", "classificationNode", "Annex"), "R-EDM-RESP-S047"),
        (twice(f"{DOCUMENT}[1]"), "CH-4.5.2-c"),
        (without(ASSOCIATION), "R-EDM-RESP-S050"),
        (having(f"{ASSOCIATION}[1]", "targetObject", "urn:uuid:00000000-0000-4000-8000-00000000dead"), "R-EDM-RESP-S057"),
        (having(ASSOCIATION, "type", "urn:oasis:names:tc:ebxml-regrep:AssociationType:Translation"), "R-EDM-RESP-S061"),
        (without(f"{DOCUMENT}[1]/rim:Slot"), "R-EDM-RESP-S015"),
        (renamed("//sdg:Evidence", "sdg:Proof"), "R-EDM-RESP-S029"),
        *((without(f"{DOCUMENT}[1]//sdg:{name}"), "R-EDM-RESP-S062") for name in ("IsAbout", "IssuingAuthority", "IsConformantTo")),
        *((without(f"{DOCUMENT}[1]//sdg:{name}"), "R-EDM-RESP-S062") for name in ("IssuingDate", "Distribution")),
        (saying("//sdg:IssuingDate", "yesterday"), "R-EDM-RESP-C016"),
        (without("//sdg:NaturalPerson"), None),
        (without(f"{DOCUMENT}[1]/rim:RepositoryItemRef"), "R-EDM-RESP-S033"),
        (having(f"{DOCUMENT}[1]/rim:RepositoryItemRef", "xlink:href", None), "R-EDM-RESP-S034"),
        (having(f"{DOCUMENT}[1]/rim:RepositoryItemRef", "xlink:href", "https://elsewhere.example/"), "R-EDM-RESP-C042"),
        (having(f"{DOCUMENT}[1]/rim:RepositoryItemRef", "xlink:title", ""), "R-EDM-RESP-S035"),
    ],
)
def test_a_faulty_response_is_refused_with_its_rule(change, rule):
    assert fault_of(spoilt(written(), change)).rule == rule


def test_a_deferral_without_its_moment_is_refused():
    content = spoilt(written(packages=(), available_at=LATER), without(slot("ResponseAvailableDateTime")))

    assert fault_of(content).rule == "R-EDM-RESP-S045"


class TestAttachments:
    def test_a_response_is_complete_with_exactly_what_it_names(self):
        response = evidence_response()

        refuse_unless_complete(response, list(response.content_ids))

    @pytest.mark.parametrize("change", [lambda ids: ids[1:], lambda ids: [*ids, "more@register.example"], lambda ids: [*ids, ids[0]]])
    def test_an_attachment_missing_or_too_many_is_refused(self, change):
        response = evidence_response()

        with pytest.raises(CorrespondentFault) as raised:
            refuse_unless_complete(response, change(list(response.content_ids)))

        assert raised.value.rule == "CH-4.7-e"

    def test_two_documents_cannot_share_an_attachment(self):
        shared = replace(PACKAGE.supplements[0], content_id=PACKAGE.main.content_id)
        response = evidence_response(packages=(replace(PACKAGE, supplements=(shared,)),))

        with pytest.raises(CorrespondentFault):
            refuse_unless_complete(response, [PACKAGE.main.content_id])
