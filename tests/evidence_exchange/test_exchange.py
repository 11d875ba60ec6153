"""Whole exchanges in one process, one per temperament and outcome."""

import hashlib
from uuid import uuid4

import pytest

from edelivery import service as edelivery
from evidence_exchange import service
from evidence_exchange.models import Exchange, FrozenPiece, Subject
from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import RequesterState as Q
from tests.evidence_exchange.factories import ELENI, MARIA, VAINO, ZOE, access_service, wish

pytestmark = pytest.mark.django_db


def test_a_degree_travels_from_germany_to_portugal(journey):
    exchange_id = journey.ask()
    assert journey.state(exchange_id) == Q.PREVIEW_REQUIRED

    token = journey.travel(exchange_id)
    assert journey.state(exchange_id) == Q.PREVIEW_OPEN

    (shown,) = journey.look(token).pieces
    journey.decide(token, {shown.id})

    assert journey.state(exchange_id) == Q.DELIVERED
    (piece,) = service.pieces(exchange_id)
    assert (piece.role, piece.media_type, piece.language, piece.subject_matches) == ("MainEvidence", "application/pdf", "EN", True)
    assert journey.provided(exchange_id).state == P.ANSWERED_EVIDENCE


def test_the_bytes_that_were_previewed_are_the_bytes_that_arrive(journey):
    from evidence_exchange.provider.service import piece_content
    from tests.evidence_exchange.journey import BROWSER

    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    (shown,) = journey.look(token).pieces
    media_type, previewed = piece_content(token, BROWSER, shown.parts[0].id)

    journey.decide(token)

    (piece,) = service.pieces(exchange_id)
    assert service.piece_content(exchange_id, piece.id) == previewed
    assert piece.digest == hashlib.sha256(previewed).hexdigest() == FrozenPiece.objects.get().digest
    assert (media_type, previewed[:5]) == ("application/pdf", b"%PDF-")


def test_structured_evidence_brings_its_version_for_people(journey):
    exchange_id = journey.approve(provider="EE")

    main, readable = service.pieces(exchange_id)

    assert (main.role, main.media_type) == ("MainEvidence", "application/xml")
    assert (readable.role, readable.media_type) == ("HumanReadableVersion", "application/pdf")
    assert b"<FamilyName>Gro\xc3\x9f</FamilyName>" in service.piece_content(exchange_id, main.id)


def test_two_documents_needed_together_are_two_exchanges(journey):
    conversation = uuid4()

    for which in ("FR", "FR-marks"):
        journey.approve(provider=which, conversation_id=conversation)

    assert [found.state for found in service.summaries(conversation)] == [Q.DELIVERED, Q.DELIVERED]


def test_a_document_comes_in_the_language_asked_for(journey):
    exchange_id = journey.approve(provider="EL", languages=("el", "en"))

    (piece,) = service.pieces(exchange_id)
    assert (piece.language, piece.title) == ("EL", "Αντίγραφο πτυχίου")


def test_refusing_sends_an_empty_success(journey):
    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    journey.look(token)

    journey.decide(token, ())

    assert journey.state(exchange_id) == Q.DECLINED
    assert service.pieces(exchange_id) == ()
    assert journey.provided(exchange_id).state == P.ANSWERED_EMPTY


def test_a_known_person_without_a_record_is_an_empty_success(journey):
    exchange_id = journey.ask(ELENI)

    assert journey.state(exchange_id) == Q.NOTHING_FOUND
    assert journey.provided(exchange_id).state == P.ANSWERED_EMPTY


@pytest.mark.parametrize("subject", [MARIA, VAINO], ids=["two records", "no record"])
def test_without_a_unique_match_the_answer_reveals_nothing(journey, subject):
    exchange_id = journey.ask(subject)

    summary = service.summary(exchange_id)
    assert (summary.state, summary.error_code, summary.error_detail) == (Q.REFUSED, "EDM:ERR:0004", "no unique match")


def test_a_weak_login_is_stopped_before_anything_is_sent(journey):
    exchange_id = journey.ask(ZOE)

    summary = service.summary(exchange_id)
    assert (summary.state, summary.error_detail) == (Q.REJECTED_LOCALLY, "assurance_too_low")
    assert edelivery.messages_of_exchange(exchange_id) == ()
    assert journey.events(exchange_id, "requester") == ["explicit_request_recorded", "request_refused_locally"]


def test_without_a_common_line_nothing_is_sent(journey):
    exchange_id = journey.ask(access_service=access_service("DE", ("oots-edm:v1.2",)))

    assert service.summary(exchange_id).error_detail == "no_common_line"


def test_one_wish_opens_one_exchange(journey):
    wanted = wish()

    first = journey.run(service.open_exchange, wanted)
    second = journey.run(service.open_exchange, wanted)

    assert first == second
    assert Exchange.objects.asked().count() == 1


def test_both_sides_write_their_log_in_order(journey):
    exchange_id = journey.approve()

    assert journey.events(exchange_id, "requester") == [
        "explicit_request_recorded",
        *("request_intent", "request_sent", "transport_receipt"),
        *("error_received", "preview_offered"),
        *("request_intent", "second_request_sent", "user_redirected", "transport_receipt"),
        *("response_received", "evidence_delivered"),
    ]
    assert journey.events(exchange_id, "provider") == [
        *("request_received", "identity_match", "response_intent", "error_sent", "preview_issued", "transport_receipt"),
        *("request_received", "preview_visited", "preview_decided"),
        *("response_intent", "response_sent", "transport_receipt"),
    ]


def test_no_token_stands_in_any_row(journey):
    from evidence_exchange.models import Preview, Redirection
    from exchange_log.models import LogEntry

    exchange_id = journey.ask()
    token = journey.travel(exchange_id)
    journey.look(token)

    for model in (Exchange, Preview, Redirection, LogEntry):
        for row in model.objects.values():
            assert token not in str(row), model


def test_every_message_has_one_verified_receipt(journey):
    exchange_id = journey.approve()

    sent = [found for found in edelivery.messages_of_exchange(exchange_id) if found.direction == "sent"]
    assert [found.receipt_verdict for found in sent] == ["verified"] * 4


def test_the_citizen_is_forgotten_once_nothing_is_to_be_made_any_more(journey):
    journey.approve()

    assert not Subject.objects.exclude(sealed=None).exists()
    assert not FrozenPiece.objects.filter(wiped_at=None).exists()
    assert not FrozenPiece.objects.exclude(sealed_metadata=None).exists()


def test_everything_we_write_keeps_the_rules(journey, outbox):
    from edm.regrep.parsing import parse
    from edm.rules import kind_of, line_of, select
    from tests.evidence_exchange.test_race import Second

    second = Second(journey, outbox)
    journey.decide(second.token)
    second.arrive(second.message)

    documents = [parse(message.parts[0].content) for message in outbox]
    assert [kind_of(document) for document in documents] == ["request", "error", "request", "response"]
    for document in documents:
        assert select(kind_of(document), line_of(document)).examine(document).findings == ()
