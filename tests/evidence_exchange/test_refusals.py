"""What a provider answers to a request that cannot be served (edm.md 7.5, X01 to X04)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from edm.messages.answers import read_answer
from edm.messages.evidence_request.message import RequestedDistribution
from edm.messages.evidence_request.writer import write_evidence_request
from edm.regrep.parsing import parse
from edm.rules import evidence_error_rules
from edm.vocabulary.actions import EXCEPTION_RESPONSE
from evidence_exchange.models import Exchange, FrozenPiece, ReceivedRequest, Subject
from evidence_exchange.provider.steps.receive_request import receive_request
from evidence_exchange.states import ProviderState as P
from exchange_log.models import LogEntry
from tests.evidence_exchange.factories import MARIA, VAINO, ZOE
from tests.evidence_exchange.stranger import inbound, request

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(journey, outbox, clock):
    """Receives a message and says what leaves for it."""

    def receive(body, **changes):
        before = len(outbox)
        journey.run(receive_request, inbound(body, clock.now(), **changes))
        return outbox[before:]

    return receive


def error_of(messages):
    (message,) = messages
    assert message.action == EXCEPTION_RESPONSE
    assert evidence_error_rules.examine(parse(message.parts[0].content)).is_conformant
    return read_answer(message.parts[0].content)


def code_and_detail(messages):
    (occurrence,) = error_of(messages).exceptions
    return occurrence.exception.code, occurrence.detail


def without_slot(body: bytes, name: str) -> bytes:
    document = parse(body)
    (slot,) = document.xpath(f"//*[local-name()='Slot'][@name='{name}']")
    slot.getparent().remove(slot)
    from lxml import etree

    return etree.tostring(document)


def test_a_sound_request_is_answered_with_a_preview(provider, clock):
    error = error_of(provider(request(clock.now())))

    assert error.preview.preview_location.startswith("https://de.localhost:8443/preview/")


def test_a_replayed_request_id_is_refused_and_nothing_is_made_again(provider, clock):
    asked = request(clock.now())
    provider(asked)

    assert code_and_detail(provider(asked)) == ("EDM:ERR:0003", "request id used before")
    assert FrozenPiece.objects.count() == 1


def test_a_replay_within_its_exchange_leaves_the_exchange_alone(provider, clock):
    asked, exchange_id = request(clock.now()), str(uuid4())
    provider(asked, exchange_id=exchange_id)

    provider(asked, exchange_id=exchange_id)

    assert Exchange.objects.answered_by_us().get().state == P.PREVIEW_ISSUED


def test_header_and_body_must_announce_one_version(provider, clock):
    assert code_and_detail(provider(request(clock.now()), specification="oots-edm:v1.2"))[0] == "EDM:ERR:0003"


@pytest.mark.parametrize(
    ("slot", "rule"),
    [
        ("SpecificationIdentifier", "R-EDM-REQ-S005"),
        ("PossibilityForPreview", "R-EDM-REQ-S009"),
        ("Requirements", "R-EDM-REQ-S"),
        ("NaturalPerson", "R-EDM-REQ-S016"),
        ("EvidenceRequest", "R-EDM-REQ-S"),
    ],
)
def test_a_missing_slot_is_refused_with_its_rule(provider, clock, slot, rule):
    body = without_slot(write_evidence_request(request(clock.now())), slot)

    code, detail = code_and_detail(provider(body))

    assert code == "EDM:ERR:0003"
    assert rule in detail


def test_two_subjects_break_rule_s016(provider, clock):
    body = write_evidence_request(request(clock.now()))
    natural = body[body.index(b'<rim:Slot name="NaturalPerson"') :]
    natural = natural[: natural.index(b"</rim:Slot>") + len(b"</rim:Slot>")]
    legal = natural.replace(b"NaturalPerson", b"LegalPerson")

    code, detail = code_and_detail(provider(body.replace(natural, natural + legal)))

    assert (code, "R-EDM-REQ-S016" in detail) == ("EDM:ERR:0003", True)


@pytest.mark.parametrize("body", [b"no xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'], ids=["unreadable", "doctype"])
def test_an_unreadable_request_is_refused_without_an_echo(provider, body):
    error = error_of(provider(body))

    assert (error.request_id, error.requester, error.exceptions[0].exception.code) == (None, None, "EDM:ERR:0003")


def test_a_request_without_a_requester_is_logged_and_not_answered(provider, clock):
    body = without_slot(write_evidence_request(request(clock.now())), "EvidenceRequester")

    assert provider(body) == []
    assert Exchange.objects.answered_by_us().get().state == P.UNANSWERABLE
    assert LogEntry.objects.filter(event="request_rejected", error_detail="requester_unreadable").exists()
    assert not Subject.objects.exclude(sealed=None).exists()


@pytest.mark.parametrize(
    "ids", [{"exchange_id": "no-uuid"}, {"conversation_id": "{" + str(uuid4()) + "}"}], ids=["exchange", "conversation"]
)
def test_a_request_whose_ids_are_no_uuids_is_logged_and_not_answered(provider, clock, ids):
    assert provider(request(clock.now()), **ids) == []
    assert not ReceivedRequest.objects.exists()
    assert LogEntry.objects.get(event="request_rejected").error_detail.startswith("R-EDM-ebMS-0")


def test_a_procedure_not_served_is_not_found(provider, clock):
    assert code_and_detail(provider(request(clock.now(), procedure_code="R1"))) == ("EDM:ERR:0004", "procedure not served")


def test_a_data_service_not_held_is_not_found(provider, clock):
    assert code_and_detail(provider(request(clock.now()), provider="FR"))[0] == "EDM:ERR:0004"


def test_a_form_not_held_is_unsupported(provider, clock):
    from dataclasses import replace

    asked = request(clock.now())
    picture = (RequestedDistribution(media_type="image/png"),)
    asked = replace(asked, evidence_type=replace(asked.evidence_type, distributions=picture))

    assert code_and_detail(provider(asked))[0] == "EDM:ERR:0007"


def test_a_request_older_than_t1_is_not_answered_as_if_fresh(provider, clock):
    old = clock.now() - timedelta(minutes=5)

    assert code_and_detail(provider(request(old), sent_at=old)) == ("EDM:ERR:0005", "T1")


def test_a_semantic_refusal_comes_before_the_late_one(provider, clock):
    old = clock.now() - timedelta(minutes=5)

    assert code_and_detail(provider(request(old, procedure_code="R1"), sent_at=old))[0] == "EDM:ERR:0004"


def test_a_login_weaker_than_demanded_gets_nothing(provider, clock):
    assert code_and_detail(provider(request(clock.now(), ZOE)))[0] == "EDM:ERR:0001"


def test_nobody_and_several_look_the_same_from_outside(provider, clock):
    nobody, several = (error_of(provider(request(clock.now(), subject))) for subject in (VAINO, MARIA))

    assert [(e.exception.code, e.detail) for e in (*nobody.exceptions, *several.exceptions)] == [("EDM:ERR:0004", "no unique match")] * 2


def test_the_log_knows_the_outcome_of_matching_and_no_name(provider, clock):
    provider(request(clock.now(), MARIA))

    row = LogEntry.objects.get(event="identity_match")
    assert (row.decision, row.facts) == ("ambiguous", {"rules": "1"})


def test_a_request_without_preview_is_served_at_once(provider, clock):
    (message,) = provider(request(clock.now(), preview_possible=False))

    answer = read_answer(message.parts[0].content)
    assert [package.main.media_type for package in answer.packages] == ["application/pdf"]
    assert len(message.parts) == 2
    assert not FrozenPiece.objects.exists()


def test_the_answer_goes_back_the_way_the_request_came(provider, clock):
    asked = inbound(request(clock.now()), clock.now())

    (answer,) = provider(
        request(clock.now()),
        conversation_id=asked.conversation_id,
        exchange_id=asked.exchange_id,
        final_recipient=asked.final_recipient,
    )

    assert (answer.own_party, answer.peer_party) == (asked.own_party, asked.peer_party)
    assert (answer.original_sender, answer.final_recipient) == (asked.final_recipient, asked.original_sender)
    assert (str(answer.exchange_id), str(answer.conversation_id)) == (asked.exchange_id, asked.conversation_id)


def test_a_document_that_is_to_come_is_a_deferral(provider, clock, monkeypatch):
    from dataclasses import replace

    from evidence_exchange.sources.in_memory import InMemoryRegister

    real = InMemoryRegister.documents
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(InMemoryRegister, "documents", lambda *a: tuple(replace(d, available_at=later) for d in real(*a)))

    (message,) = provider(request(clock.now()))

    answer = read_answer(message.parts[0].content)
    assert (answer.is_deferred, answer.available_at, answer.packages) == (True, later, ())
    assert Exchange.objects.answered_by_us().get().state == P.ANSWERED_DEFERRED


@pytest.mark.parametrize("changes", [{"procedure_code": "T" * 5000}, {"specification": "oots-edm:" + "v" * 200}], ids=["body", "header"])
def test_a_value_longer_than_any_column_is_refused_like_any_other(provider, clock, changes):
    in_header = {name: value for name, value in changes.items() if name == "specification"}
    in_body = {name: value for name, value in changes.items() if name != "specification"}

    assert code_and_detail(provider(request(clock.now(), **in_body), **in_header))[0] == "EDM:ERR:0003"


def test_a_representative_is_not_served(provider, clock):
    from dataclasses import replace

    from edm.messages.persons import SectorAttribute
    from tests.evidence_exchange.factories import ELENI

    power = SectorAttribute(name="PowerOfRepresentationScope", uri="https://sr.oots.tech.ec.europa.eu/power", value="T2")
    asked = request(clock.now(), representative=replace(ELENI, sector_attributes=(power,)))

    assert code_and_detail(provider(asked)) == ("EDM:ERR:0007", "representation is not supported")
