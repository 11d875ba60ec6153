"""Reception: what is refused, with which code, and what never happens twice."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from deployments import service as deployments
from edelivery import views
from edelivery.as4.limits import Limits
from edelivery.as4.messages import Property
from edelivery.as4.ping import PING_ACTION, PING_SERVICE
from edelivery.as4.signals import ErrorSignal, Receipt, read_signal
from edelivery.models import InboxMessage, InboxState, Party, Signal
from edelivery.steps import receiving
from edelivery.views import receive
from edm.vocabulary.parties import PartyId
from tests.edelivery.factories import GERMANY, PORTUGAL, as4_message, packed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties", "correspondence")]
SPAIN = PartyId("AP_ES_01")


def post(packed_message, body=None):
    request = RequestFactory().post("/as4", data=body or packed_message.body, content_type=packed_message.content_type)
    return receive(request)


def signal(response):
    return read_signal(response.headers["Content-Type"], response.content)


def code_of(response):
    answer = signal(response)
    assert isinstance(answer, ErrorSignal)
    return answer.errors[0].code


def refused(response, code, correspondence):
    return code_of(response) == code and not InboxMessage.objects.exists() and not correspondence.received


@pytest.fixture
def deliveries(django_capture_on_commit_callbacks):
    """Runs what the commit wakes, as the worker would."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


def test_a_good_message_is_stored_with_its_receipt(clock):
    message = as4_message(clock.now())

    receipt = signal(post(packed(message)))

    assert isinstance(receipt, Receipt)
    assert receipt.ref_to_message_id == message.message_id
    row = InboxMessage.objects.get()
    assert (row.state, row.message_id, row.own_party, row.peer_party) == (InboxState.RECEIVED, message.message_id, GERMANY, PORTUGAL)
    assert receipt.references == row.digest_references


def test_a_duplicate_gets_the_first_receipt_again_and_is_delivered_once(clock, correspondence, django_capture_on_commit_callbacks):
    bytes_of_the_wire = packed(as4_message(clock.now()))

    with django_capture_on_commit_callbacks(execute=True):
        first = post(bytes_of_the_wire)
    clock.advance(timedelta(minutes=9))
    with django_capture_on_commit_callbacks(execute=True):
        second = post(bytes_of_the_wire)

    assert first.content == second.content
    assert len(correspondence.received) == 1
    assert InboxMessage.objects.count() == Signal.objects.count() == 1


def test_the_same_identifier_with_other_content_is_no_retry(clock, correspondence, django_capture_on_commit_callbacks):
    message = as4_message(clock.now())
    with django_capture_on_commit_callbacks(execute=True):
        post(packed(message))
        other = replace(message, parts=(replace(message.parts[0], content=b"<other/>"),))
        response = post(packed(other))

    assert code_of(response) == "EBMS:0003"
    assert len(correspondence.received) == 1


def test_the_copy_that_loses_a_race_gets_the_winners_receipt(clock, monkeypatch):
    from edelivery.steps import storing

    bytes_of_the_wire = packed(as4_message(clock.now()))
    first = post(bytes_of_the_wire)
    looked = iter([None, InboxMessage.objects.get()])
    monkeypatch.setattr(storing, "_known", lambda own, message_id: next(looked))

    assert post(bytes_of_the_wire).content == first.content


def test_a_message_signed_by_somebody_else_is_refused(clock, correspondence):
    assert refused(post(packed(as4_message(clock.now()), signer=SPAIN)), "EBMS:0101", correspondence)


def test_with_the_senders_pinned_certificate_replaced_nothing_is_delivered(clock, correspondence):
    replacement = Party.objects.get(party_id=SPAIN.value).certificate
    Party.objects.filter(party_id=PORTUGAL.value).update(certificate=replacement)

    assert refused(post(packed(as4_message(clock.now()))), "EBMS:0101", correspondence)


def test_with_the_receivers_pinned_certificate_replaced_nothing_is_delivered(clock, correspondence):
    replacement = Party.objects.get(party_id=SPAIN.value).certificate
    Party.objects.filter(party_id=GERMANY.value).update(certificate=replacement)

    assert refused(post(packed(as4_message(clock.now()))), "EBMS:0102", correspondence)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.97])
def test_one_changed_byte_is_noticed(clock, correspondence, share):
    message = packed(as4_message(clock.now()))
    body = bytearray(message.body)
    body[int(len(body) * share)] ^= 1

    response = post(message, bytes(body))

    assert isinstance(signal(response), ErrorSignal)
    assert not InboxMessage.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"sender": "AP_XX_01"},
        {"sender_type": "urn:oasis:names:tc:ebcore:partyid-type:unregistered:PT"},
        {"receiver": "AP_XX_01"},
        {"receiver_type": "urn:oasis:names:tc:ebcore:partyid-type:unregistered:OOTS"},
    ],
    ids=str,
)
def test_a_party_is_known_by_identifier_and_type_together(clock, correspondence, changes):
    message = as4_message(clock.now())
    sender = replace(message.sender, id=changes.get("sender", "AP_PT_01"), type=changes.get("sender_type", message.sender.type))
    receiver = replace(message.receiver, id=changes.get("receiver", "AP_DE_01"), type=changes.get("receiver_type", message.receiver.type))

    response = post(packed(replace(message, sender=sender, receiver=receiver)))

    assert refused(response, "EBMS:0010", correspondence)


@pytest.mark.parametrize(
    "changes",
    [
        {"action": "SubmitObjectsRequest"},
        {"service": "LifecycleManager"},
        {"service_type": None},
        {"service": PING_SERVICE, "service_type": None},
        {"action": PING_ACTION},
    ],
    ids=str,
)
def test_an_unknown_service_or_action_is_refused(clock, correspondence, changes):
    assert refused(post(packed(as4_message(clock.now(), **changes))), "EBMS:0010", correspondence)


def test_a_role_that_is_no_gateways_is_refused(clock, correspondence):
    message = as4_message(clock.now())
    sender = replace(message.sender, role="http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/initiator")

    assert refused(post(packed(replace(message, sender=sender))), "EBMS:0010", correspondence)


def test_an_action_nobody_receives_here_is_refused(clock, correspondence, monkeypatch):
    from edelivery.receivers import receivers

    monkeypatch.setattr(receivers, "_receivers", {})

    assert refused(post(packed(as4_message(clock.now()))), "EBMS:0010", correspondence)


@pytest.mark.parametrize("missing", ["originalSender", "finalRecipient", "ExchangeId", "SpecificationId"])
def test_each_of_the_four_properties_is_required(clock, correspondence, missing):
    message = as4_message(clock.now())
    left = tuple(p for p in message.properties if p.name != missing)

    assert refused(post(packed(replace(message, properties=left))), "EBMS:0010", correspondence)


def test_a_fifth_property_is_refused(clock, correspondence):
    message = as4_message(clock.now())
    more = (*message.properties, Property("trackingIdentifier", "1"))

    assert refused(post(packed(replace(message, properties=more))), "EBMS:0010", correspondence)


def test_an_empty_property_is_refused(clock, correspondence):
    message = as4_message(clock.now())
    emptied = tuple(replace(p, value=" ") if p.name == "ExchangeId" else p for p in message.properties)

    assert isinstance(signal(post(packed(replace(message, properties=emptied)))), ErrorSignal)
    assert not InboxMessage.objects.exists()


def test_a_value_no_column_holds_is_refused_and_not_asked_for_again(clock, correspondence):
    message = as4_message(clock.now())
    long = tuple(replace(p, value="x" * 256) if p.name == "originalSender" else p for p in message.properties)

    assert refused(post(packed(replace(message, properties=long))), "EBMS:0003", correspondence)
    assert refused(post(packed(replace(message, conversation_id="x" * 256))), "EBMS:0003", correspondence)


@pytest.mark.parametrize("age", [timedelta(days=3, minutes=1), timedelta(minutes=-6)], ids=["too old", "from the future"])
def test_a_timestamp_far_from_the_present_is_refused(clock, correspondence, age):
    assert refused(post(packed(as4_message(clock.now() - age))), "EBMS:0003", correspondence)


@pytest.mark.parametrize("age", [timedelta(days=2), timedelta(minutes=-4)])
def test_a_clock_that_is_a_little_off_is_accepted(clock, age):
    assert isinstance(signal(post(packed(as4_message(clock.now() - age)))), Receipt)


def test_an_expired_certificate_is_refused(clock, correspondence):
    clock.advance(timedelta(days=800))

    assert refused(post(packed(as4_message(clock.now()))), "EBMS:0101", correspondence)


def test_a_ping_is_answered_and_delivered_to_nobody(clock, correspondence, django_capture_on_commit_callbacks):
    message = as4_message(clock.now())
    four_corners = tuple(p for p in message.properties if p.name in {"originalSender", "finalRecipient"})
    ping = replace(message, service=PING_SERVICE, service_type=None, action=PING_ACTION, properties=four_corners)

    with django_capture_on_commit_callbacks(execute=True):
        response = post(packed(ping))

    assert isinstance(signal(response), Receipt)
    assert InboxMessage.objects.get().state == InboxState.TEST
    assert correspondence.received == []


def test_with_the_database_down_the_sender_is_asked_to_try_again(clock, correspondence, monkeypatch):
    def database_down(arrival):
        raise OperationalError("database is locked")

    monkeypatch.setattr(receiving, "store", database_down)

    response = post(packed(as4_message(clock.now())))

    assert refused(response, "EBMS:0202", correspondence)
    assert b"locked" not in response.content


def test_with_the_storage_full_the_sender_is_asked_to_try_again(clock, correspondence, monkeypatch):
    class FullDisk:
        def put(self, content):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(deployments, "blobs", FullDisk)

    assert refused(post(packed(as4_message(clock.now()))), "EBMS:0202", correspondence)


def test_a_mistake_of_ours_is_an_error_signal_and_no_page(clock, correspondence, monkeypatch):
    def mistaken(arrival):
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr(receiving, "store", mistaken)

    response = post(packed(as4_message(clock.now())))

    assert refused(response, "EBMS:0004", correspondence)
    assert b"of ours" not in response.content


def test_only_post_is_answered():
    response = receive(RequestFactory().get("/as4"))

    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"


@pytest.mark.parametrize(
    "content_type", ["", "text/xml", "application/json", "multipart/form-data; boundary=x", "multipart/related; x=" + "y" * 500]
)
def test_a_body_that_is_no_as4_is_not_even_read(content_type):
    assert receive(RequestFactory().post("/as4", data=b"x", content_type=content_type)).status_code == 415


def test_a_body_announced_too_large_is_refused_before_it_is_read():
    request = RequestFactory().post("/as4", data=b"x", content_type="multipart/related", headers={"Content-Length": str(2**40)})
    request.META["CONTENT_LENGTH"] = str(2**40)

    assert receive(request).status_code == 413


def test_a_body_that_grows_too_large_is_cut_off(monkeypatch):
    monkeypatch.setattr(views, "Limits", lambda: Limits(body=1000))
    request = RequestFactory().post("/as4", data=b"x" * 5000, content_type="multipart/related")
    del request.META["CONTENT_LENGTH"]

    assert receive(request).status_code == 413


def test_a_chunked_body_is_read_to_its_end(clock):
    message = packed(as4_message(clock.now()))
    request = RequestFactory().post("/as4", data=b"", content_type=message.content_type)
    request.META |= {
        "CONTENT_LENGTH": "",
        "CONTENT_TYPE": message.content_type,
        "wsgi.input": BytesIO(message.body),
        "wsgi.input_terminated": True,
    }

    assert isinstance(signal(receive(request)), Receipt)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY e "secret">]><env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope">&e;</env:Envelope>'


@pytest.mark.parametrize("body", [b" ", b"<", b"<a/>", DOCTYPE], ids=["empty", "broken", "no soap", "doctype"])
def test_hostile_xml_is_refused_and_never_echoed(clock, body, correspondence):
    response = receive(RequestFactory().post("/as4", data=body, content_type="application/soap+xml; charset=UTF-8"))

    assert isinstance(signal(response), ErrorSignal)
    assert b"secret" not in response.content
    assert not InboxMessage.objects.exists()
