"""What the asking side makes of an answer, and of what only looks like one (X07, X08, X11)."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from edelivery.service import Part
from edm.messages.evidence_error.message import EvidenceError, Occurrence
from edm.messages.evidence_error.writer import write_evidence_error
from edm.messages.evidence_response.message import EvidenceResponse
from edm.messages.evidence_response.writer import write_evidence_response
from edm.vocabulary.actions import EXCEPTION_RESPONSE, EXECUTE_QUERY_RESPONSE
from edm.vocabulary.exceptions import MISSING_AUTHORIZATION, OBJECT_NOT_FOUND
from edm.vocabulary.media_types import REGREP_XML
from evidence_exchange import service
from evidence_exchange.models import Redirection, SentRequest, Subject
from evidence_exchange.provider.packages import attachments_of, described_package
from evidence_exchange.requester.steps.receive_answer import receive_answer
from evidence_exchange.states import PublicState
from evidence_exchange.states import RequesterState as Q
from exchange_log.models import LogEntry
from tests.evidence_exchange.stranger import delivered, state

pytestmark = pytest.mark.django_db


class Correspondent:
    """The other side of an exchange whose request has left; answers as it likes."""

    def __init__(self, journey, outbox):
        self.journey, self.outbox = journey, outbox
        self.exchange_id = journey.ask()
        self.request = outbox[-1]

    def receive(self, body: bytes, action=EXCEPTION_RESPONSE, attachments=(), **changes):
        fields = {
            "message_id": f"{uuid4()}@stranger.example",
            "own_party": self.request.own_party,
            "peer_party": self.request.peer_party,
            "action": action,
            "parts": (Part("body@stranger.example", REGREP_XML, body), *attachments),
        }
        self.journey.run(receive_answer, replace(delivered(self.request, self.journey.clock.now()), **(fields | changes)))

    def occurrence(self, exception=OBJECT_NOT_FOUND, **others) -> Occurrence:
        return Occurrence(exception=exception, occurred_at=self.journey.clock.now(), **others)

    def error(self, occurrence=None, **changes):
        fields = {
            "request_id": SentRequest.objects.order_by("-round").first().request_id,
            "response_id": uuid4(),
            "error_provider": state("DE").providers[0],
            "requester": state("PT").requester,
            "exceptions": (occurrence or self.occurrence(),),
        }
        return write_evidence_error(EvidenceError(**(fields | changes)))

    def offer(self, location: str):
        self.receive(self.error(self.occurrence(MISSING_AUTHORIZATION, preview_location=location)))

    def response(self, **changes):
        fields = {
            "request_id": SentRequest.objects.order_by("-round").first().request_id,
            "response_id": uuid4(),
            "issued_at": self.journey.clock.now(),
            "provider": state("DE").providers[0],
            "requester": state("PT").requester,
        }
        return write_evidence_response(EvidenceResponse(**(fields | changes)), object_ids=uuid4)

    @property
    def summary(self):
        return service.summary(self.exchange_id)


@pytest.fixture
def correspondent(journey, outbox) -> Correspondent:
    return Correspondent(journey, outbox)


GOOD = "https://de.localhost:8443/preview/some-token"


def test_a_location_of_the_sending_access_point_is_offered(correspondent):
    correspondent.offer(GOOD)

    assert (correspondent.summary.state, correspondent.summary.preview_host) == (Q.PREVIEW_REQUIRED, "de.localhost:8443")
    assert correspondent.journey.run(service.continue_to_preview, correspondent.exchange_id) == GOOD


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("https://fr.localhost:8443/preview/x", "foreign_host"),
        ("https://de.localhost/preview/x", "foreign_host"),
        ("https://de.localhost:8443.evil.example/x", "malformed"),
        ("https://de.localhost:8443@evil.example/x", "malformed"),
        ("https://evil.example\\@de.localhost:8443/x", "malformed"),
        ("https://de.localhost:8443/\u202ex", "malformed"),
        ("https://de.localhost:port/x", "malformed"),
    ],
)
def test_a_location_somewhere_else_is_kept_and_never_followed(correspondent, location, reason):
    correspondent.offer(location)

    kept = Redirection.objects.get()
    assert (kept.rejected, kept.location()) == (reason, location)
    assert (correspondent.summary.state, correspondent.summary.error_detail) == (Q.REFUSED, reason)
    assert correspondent.summary.preview_host is None
    assert LogEntry.objects.filter(error_detail=f"preview_location_{reason}").exists()
    with pytest.raises(service.NotNow):
        service.continue_to_preview(correspondent.exchange_id)


def test_a_location_that_is_no_https_is_a_broken_rule(correspondent):
    body = correspondent.error(correspondent.occurrence(MISSING_AUTHORIZATION, preview_location=GOOD))
    correspondent.receive(body.replace(GOOD.encode(), b"javascript:alert(1)"))

    assert correspondent.summary.state == Q.REFUSED
    with pytest.raises(service.NotNow):
        service.continue_to_preview(correspondent.exchange_id)


def test_an_error_ends_the_exchange_with_its_code(correspondent):
    correspondent.receive(correspondent.error(correspondent.occurrence(detail="no such evidence")))

    summary = correspondent.summary
    assert (summary.public_state, summary.error_code, summary.error_detail) == (PublicState.FAILED, "EDM:ERR:0004", "no such evidence")
    assert not Subject.objects.exists()


def test_an_error_without_request_id_answers_the_live_request(correspondent):
    from edm.vocabulary.exceptions import INVALID_REQUEST

    body = correspondent.error(correspondent.occurrence(INVALID_REQUEST), request_id=None, requester=None)
    correspondent.receive(body)

    assert correspondent.summary.error_code == "EDM:ERR:0003"


def test_a_deferral_says_until_when(correspondent):
    later = correspondent.journey.clock.now() + timedelta(days=3)
    correspondent.receive(correspondent.response(available_at=later), EXECUTE_QUERY_RESPONSE)

    assert (correspondent.summary.state, correspondent.summary.deferred_until) == (Q.DEFERRED, later)


def test_a_second_answer_is_refused_and_logged(correspondent):
    correspondent.receive(correspondent.error())
    correspondent.receive(correspondent.response(), EXECUTE_QUERY_RESPONSE)

    assert correspondent.summary.state == Q.REFUSED
    assert LogEntry.objects.get(event="response_refused").error_detail == "already_answered"


def test_an_answer_to_a_request_we_never_sent_is_refused_and_logged(correspondent):
    sent = len(correspondent.outbox)
    correspondent.receive(correspondent.error(request_id=uuid4()))

    assert correspondent.summary.state == Q.SUBMITTED
    assert LogEntry.objects.get(event="response_refused").error_detail == "unknown_request"
    assert len(correspondent.outbox) == sent


@pytest.mark.parametrize(
    "changes",
    [{"exchange_id": str(uuid4())}, {"exchange_id": None}, {"peer_party": "FR"}],
    ids=["unknown exchange", "no exchange", "another access point"],
)
def test_a_foreign_answer_is_refused_and_logged(correspondent, changes):
    if "peer_party" in changes:
        changes = {"peer_party": state("FR").access_point.party}
    correspondent.receive(correspondent.error(), **changes)

    assert correspondent.summary.state == Q.SUBMITTED
    assert LogEntry.objects.get(event="response_refused").error_detail == "unknown_exchange"


def test_an_answer_after_the_citizen_gave_up_changes_nothing(correspondent):
    assert service.cancel(correspondent.exchange_id)
    correspondent.offer(GOOD)

    assert correspondent.summary.state == Q.CANCELLED
    assert LogEntry.objects.get(event="response_refused").error_detail == "already_cancelled"


def test_giving_up_forgets_the_citizen(correspondent):
    service.cancel(correspondent.exchange_id)

    assert not Subject.objects.exists()
    assert not service.cancel(correspondent.exchange_id)


def test_an_unreadable_answer_is_a_failure_and_is_never_answered(correspondent):
    sent = len(correspondent.outbox)
    correspondent.receive(b"<not-an-answer/>", EXECUTE_QUERY_RESPONSE)

    assert (correspondent.summary.public_state, correspondent.summary.error_code) == (PublicState.FAILED, "")
    assert len(correspondent.outbox) == sent


def test_an_answer_that_announces_two_versions_is_a_failure(correspondent):
    correspondent.receive(correspondent.response(), EXECUTE_QUERY_RESPONSE, specification="oots-edm:v1.2")

    assert correspondent.summary.state == Q.REFUSED


def evidence(correspondent):
    """A package that a provider would send, with its attachment."""
    from evidence_exchange.models import Exchange
    from evidence_exchange.provider.evidence.form import choose_form
    from evidence_exchange.provider.evidence.package import make_package
    from evidence_exchange.sources.registers import registers

    exchange = Exchange.objects.get()
    request = Subject.objects.order_by("pk").first().request()
    register = registers().of(exchange.provider.identifier)
    offered = register.service(exchange.data_service_id)
    (document,) = register.documents(register.find(request.subject).record, "degree")
    form = choose_form(request.evidence_type, offered)
    made = make_package(document, offered, form, authority=exchange.provider, now=correspondent.journey.clock.now())
    exchange.country = "DE"
    described = described_package(made, request, exchange)
    return described, attachments_of((made,), (described,))


def test_evidence_before_the_preview_that_was_asked_for_is_discarded(correspondent):
    package, attachments = evidence(correspondent)
    correspondent.receive(correspondent.response(packages=(package,)), EXECUTE_QUERY_RESPONSE, attachments)

    assert (correspondent.summary.state, correspondent.summary.pieces_count) == (Q.REFUSED, 0)
    assert LogEntry.objects.filter(event="evidence_discarded").exists()


@pytest.fixture
def in_preview(correspondent):
    package, attachments = evidence(correspondent)
    correspondent.offer(GOOD)
    correspondent.journey.travel(correspondent.exchange_id)
    return correspondent, package, attachments


def test_evidence_about_somebody_else_is_kept_and_marked(in_preview):
    from datetime import date

    correspondent, package, attachments = in_preview
    other = replace(package.main.subject, date_of_birth=date(1984, 3, 3))
    package = replace(package, main=replace(package.main, subject=other))
    correspondent.receive(correspondent.response(packages=(package,)), EXECUTE_QUERY_RESPONSE, attachments)

    (piece,) = service.pieces(correspondent.exchange_id)
    assert (correspondent.summary.state, piece.subject_matches) == (Q.DELIVERED, False)


def test_evidence_whose_attachment_is_missing_is_a_failure(in_preview):
    correspondent, package, _ = in_preview
    correspondent.receive(correspondent.response(packages=(package,)), EXECUTE_QUERY_RESPONSE)

    assert (correspondent.summary.state, correspondent.summary.pieces_count) == (Q.REFUSED, 0)


def test_a_second_preview_offer_is_a_plain_failure(in_preview):
    correspondent, _, _ = in_preview
    correspondent.offer(GOOD)

    assert (correspondent.summary.state, correspondent.summary.error_code) == (Q.REFUSED, "EDM:ERR:0002")


def test_a_received_document_can_be_removed(in_preview):
    correspondent, package, attachments = in_preview
    correspondent.receive(correspondent.response(packages=(package,)), EXECUTE_QUERY_RESPONSE, attachments)
    (piece,) = service.pieces(correspondent.exchange_id)

    service.remove_piece(correspondent.exchange_id, piece.id)

    assert service.pieces(correspondent.exchange_id) == ()
    assert correspondent.summary.state == Q.DELIVERED
    with pytest.raises(service.UnknownExchange):
        service.piece_content(correspondent.exchange_id, piece.id)


def test_the_second_request_repeats_the_first_but_for_id_time_and_locations(in_preview):
    from edm.messages.evidence_request.reader import read_evidence_request

    correspondent, _, _ = in_preview
    first = read_evidence_request(correspondent.request.parts[0].content)
    sent = correspondent.outbox[-1]
    second = read_evidence_request(sent.parts[0].content)

    assert second.request_id != first.request_id
    assert (sent.exchange_id, sent.conversation_id) == (correspondent.request.exchange_id, correspondent.request.conversation_id)
    assert second.preview_location == GOOD
    assert second.return_location.startswith("https://pt.localhost:8443/return/")
    unchanged = {"request_id": first.request_id, "issued_at": first.issued_at, "preview_location": None, "return_location": None}
    assert replace(second, **unchanged) == first


def test_pressing_continue_twice_sends_one_second_request(in_preview):
    correspondent, _, _ = in_preview
    sent = len(correspondent.outbox)

    assert correspondent.journey.run(service.continue_to_preview, correspondent.exchange_id) == GOOD
    assert len(correspondent.outbox) == sent


def test_nothing_leads_back_before_the_second_request_left(correspondent):
    correspondent.offer(GOOD)

    assert Redirection.objects.get().return_hash is None
    assert service.returned("") is None


def test_coming_back_is_a_flag_and_a_log_row(in_preview):
    from edm.messages.evidence_request.reader import read_evidence_request

    correspondent, _, _ = in_preview
    second = read_evidence_request(correspondent.outbox[-1].parts[0].content)

    assert service.returned(second.return_location.rpartition("/")[2]) == correspondent.exchange_id
    assert correspondent.summary.public_state == PublicState.FINISHING
    assert [entry.facts for entry in LogEntry.objects.filter(event="user_returned")] == [{"recognised": "yes"}]


def test_somebody_else_on_the_way_back_is_logged_and_is_no_return(in_preview):
    from edm.messages.evidence_request.reader import read_evidence_request

    correspondent, _, _ = in_preview
    second = read_evidence_request(correspondent.outbox[-1].parts[0].content)

    service.returned(second.return_location.rpartition("/")[2], recognised=False)

    assert correspondent.summary.returned_at is None
    assert [entry.facts for entry in LogEntry.objects.filter(event="user_returned")] == [{"recognised": "no"}]
