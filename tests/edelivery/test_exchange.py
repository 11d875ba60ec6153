"""One message from outbox to receiver and its receipt back: real bytes through the view."""

import pytest

from edelivery import service
from edelivery.models import InboxMessage, InboxState, OutboxMessage, OutboxState, Signal, Verdict
from edm.vocabulary.actions import EXECUTE_QUERY_RESPONSE
from tests.edelivery.factories import EXCHANGE, GERMANY, PORTUGAL, REGISTER, REQUEST, UNIVERSITY, outbound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties", "clock")]


def submit(message, commits):
    with commits(execute=True):
        service.submit(message)


def test_a_message_arrives_whole_and_is_acknowledged(correspondence, clock, django_capture_on_commit_callbacks):
    message = outbound()

    submit(message, django_capture_on_commit_callbacks)

    (received,) = correspondence.received
    assert received.parts == (REQUEST,)
    assert (received.own_party, received.peer_party) == (GERMANY, PORTUGAL)
    assert (received.original_sender, received.final_recipient) == (UNIVERSITY, REGISTER)
    assert (received.exchange_id, received.specification) == (str(EXCHANGE), "oots-edm:v2.0")
    assert received.sent_at == clock.now()
    assert correspondence.acknowledged_ids == [message.message_id]


def test_both_ends_keep_the_same_receipt_byte_for_byte(correspondence, django_capture_on_commit_callbacks):
    submit(outbound(), django_capture_on_commit_callbacks)

    issued = Signal.objects.get(verdict=Verdict.ISSUED)
    verified = Signal.objects.get(verdict=Verdict.VERIFIED)
    assert bytes(issued.body) == bytes(verified.body)
    assert OutboxMessage.objects.get().references == InboxMessage.objects.get().references


def test_a_message_whose_transaction_fails_never_leaves(correspondence, django_capture_on_commit_callbacks):
    from django.db import transaction

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        service.submit(outbound())
        raise RuntimeError

    assert correspondence.received == []
    assert not OutboxMessage.objects.exists()


def test_the_leg_decides_whether_parts_are_compressed(correspondence, django_capture_on_commit_callbacks):
    submit(outbound(), django_capture_on_commit_callbacks)
    submit(outbound(action=EXECUTE_QUERY_RESPONSE, own_party=GERMANY, peer_party=PORTUGAL), django_capture_on_commit_callbacks)

    headers = {row.action: bytes(row.signed_header) for row in OutboxMessage.objects.all()}
    assert {action: b"CompressionType" in header for action, header in headers.items()} == {
        "ExecuteQueryRequest": True,
        "ExecuteQueryResponse": False,
    }


def test_the_exchange_can_be_looked_through_without_a_payload(correspondence, django_capture_on_commit_callbacks):
    message = outbound()
    submit(message, django_capture_on_commit_callbacks)

    sent, received = sorted(service.messages_of_exchange(EXCHANGE), key=lambda summary: summary.direction, reverse=True)

    assert (sent.direction, sent.state, sent.receipt_verdict) == ("sent", OutboxState.ACKNOWLEDGED, Verdict.VERIFIED)
    assert (received.direction, received.state, received.receipt_verdict) == ("received", InboxState.DELIVERED, Verdict.ISSUED)
    assert {reference.uri for reference in sent.references} >= {f"cid:{REQUEST.content_id}"}


def test_a_trace_shows_the_very_bytes_of_the_wire_and_the_opened_parts(correspondence, django_capture_on_commit_callbacks):
    message = outbound()
    submit(message, django_capture_on_commit_callbacks)

    (wire,) = service.wires_of_exchange(EXCHANGE)

    assert wire.message_id == message.message_id
    assert wire.content_type.startswith("multipart/related")
    assert wire.parts == (REQUEST,)
    assert REQUEST.content not in wire.body
    assert wire.receipt_verdict == Verdict.VERIFIED
    assert b"NonRepudiationInformation" in wire.receipt


def test_payloads_go_when_they_have_done_their_work_and_proofs_stay(correspondence, settings, clock, django_capture_on_commit_callbacks):
    settings.OOTS = settings.OOTS | {"KEEP_WIRE_SECONDS": 0}
    message = outbound()

    submit(message, django_capture_on_commit_callbacks)

    for row in (OutboxMessage.objects.get(), InboxMessage.objects.get()):
        assert row.wire_key == ""
        assert bytes(row.signed_header)
        assert row.references
    assert service.wire(message.message_id) is None


def test_a_kept_wire_is_wiped_by_the_sweep(correspondence, clock, django_capture_on_commit_callbacks):
    from datetime import timedelta

    message = outbound()
    submit(message, django_capture_on_commit_callbacks)

    service.sweep(clock.now() + timedelta(seconds=3599))
    assert service.wire(message.message_id) is not None
    service.sweep(clock.now() + timedelta(seconds=3601))
    assert service.wire(message.message_id) is None
