"""Asking never waits; what is kept was verified; what failed is soon forgotten."""

from datetime import timedelta

import pytest

from common_services import service
from common_services.lookups import LookupState
from common_services.messages.broker_writer import write_requirements
from common_services.messages.failure_writer import write_failures
from common_services.messages.failures import EB_EMPTY, EB_INVALID_QUERY, FailureKind, occurrence
from common_services.messages.requirements import Requirement
from common_services.models import AskedQuestion, KnownDirectory
from common_services.signing import sign
from deployments import service as deployments
from deployments.outbound import Answer

pytestmark = pytest.mark.django_db

QUERY = service.requirements_query("T2", "PT")
URL = QUERY.url("https://localhost:8443/eb")
REQUIREMENT = Requirement(identifier="https://sr.oots.tech.ec.europa.eu/requirements/1", names={"EN": "Proof of boat ownership"})
BODY = write_requirements([REQUIREMENT], object_ids=deployments.identifiers().uuid)


def signed(body, at, pair=None):
    headers = sign(body, pair or deployments.keys().directory_signing(), at=at)
    return Answer(200, {"content-type": "application/x-ebrs+xml", **headers}, body)


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Asks, and lets the worker do what it was woken for."""

    def asked(query=QUERY):
        with django_capture_on_commit_callbacks(execute=True):
            return service.answer_of(query)

    return asked


def test_the_first_question_is_pending_and_then_ready(directory, clock, run):
    directory.answers[URL] = signed(BODY, clock.now())

    first, second = run(), run()

    assert first.is_pending
    assert second.is_ready
    assert second.value == (REQUIREMENT,)
    (source,) = second.sources
    assert (source.url, source.verdict, source.age) == (URL, "verified", timedelta(0))
    assert source.root == service.own_root()


def test_asking_itself_calls_nobody(directory, clock):
    assert service.answer_of(QUERY).is_pending
    assert directory.asked == []


def test_the_question_names_version_and_media_type_and_forbids_compression(directory, clock, run):
    run()

    ((url, headers),) = directory.asked
    assert url == URL
    assert headers == {"Accept": "application/x-ebrs+xml", "Accept-Version": "oots-cs:v2.0", "Accept-Encoding": "identity"}


def test_a_kept_answer_is_told_for_the_lifetime_of_the_cache_and_then_asked_anew(directory, clock, run):
    directory.answers[URL] = signed(BODY, clock.now())
    run()

    clock.advance(timedelta(minutes=59))
    assert run().is_ready
    clock.advance(timedelta(minutes=2))
    assert run().is_pending
    assert run().is_ready
    assert len(directory.asked) == 2


def test_twenty_who_ask_at_once_wake_the_worker_once(directory, clock, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as wakings:
        lookups = [service.answer_of(QUERY) for _ in range(20)]

    assert {lookup.state for lookup in lookups} == {LookupState.PENDING}
    assert len(wakings) == 1


def test_a_lost_waking_is_repeated_by_the_next_who_asks(directory, clock, django_capture_on_commit_callbacks):
    service.answer_of(QUERY)
    clock.advance(timedelta(seconds=6))

    with django_capture_on_commit_callbacks() as wakings:
        service.answer_of(QUERY)

    assert len(wakings) == 1


def test_a_lost_waking_is_found_by_the_sweep(directory, clock, django_capture_on_commit_callbacks):
    directory.answers[URL] = signed(BODY, clock.now())
    service.answer_of(QUERY)
    clock.advance(timedelta(seconds=6))

    with django_capture_on_commit_callbacks(execute=True):
        service.sweep(clock.now())

    assert service.answer_of(QUERY).is_ready


def test_the_claim_of_a_killed_worker_lapses(directory, clock):
    directory.answers[URL] = signed(BODY, clock.now())
    service.answer_of(QUERY)
    question = AskedQuestion.objects.get()
    assert question.claim_fetching(clock.now())

    service.fetch(question.pk)
    assert directory.asked == []
    clock.advance(timedelta(seconds=6))
    service.fetch(question.pk)

    assert service.answer_of(QUERY).is_ready


def test_fetching_twice_asks_once(directory, clock):
    directory.answers[URL] = signed(BODY, clock.now())
    service.answer_of(QUERY)
    question = AskedQuestion.objects.get()

    service.fetch(question.pk)
    service.fetch(question.pk)
    service.fetch(question.pk + 1)

    assert len(directory.asked) == 1


def test_a_refusal_is_told_and_forgotten_after_seconds(directory, clock, run):
    directory.answers[URL] = signed(write_failures([occurrence(EB_EMPTY)]), clock.now())
    run()

    refused = run()
    assert (refused.failure.kind, refused.failure.code) == (FailureKind.UNKNOWN_PROCEDURE, "EB:ERR:0001")
    assert refused.sources[0].verdict == "verified"
    directory.answers[URL] = signed(BODY, clock.now())
    clock.advance(timedelta(seconds=16))
    assert run().is_pending
    assert run().is_ready


def test_a_refusal_of_the_query_itself_means_that_something_is_unwell(directory, clock, run):
    directory.answers[URL] = signed(write_failures([occurrence(EB_INVALID_QUERY)]), clock.now())
    run()

    assert run().failure.kind is FailureKind.UNWELL


def test_a_directory_that_does_not_answer_is_unreachable(directory, clock, run):
    run()

    failed = run()
    assert failed.failure.kind is FailureKind.UNREACHABLE
    assert failed.sources[0].verdict == "unreachable"


def test_the_error_page_of_a_proxy_is_not_mistaken_for_an_answer(directory, clock, run):
    directory.answers[URL] = Answer(502, {"content-type": "text/html"}, b"<h1>Bad gateway</h1>")
    run()

    assert run().failure.kind is FailureKind.UNREACHABLE
    assert AskedQuestion.objects.get().body is None


def test_a_changed_body_is_neither_trusted_nor_kept(directory, clock, run):
    genuine = signed(BODY, clock.now())
    directory.answers[URL] = Answer(200, genuine.headers, BODY.replace(b"boat", b"coat"))
    run()

    assert run().failure.kind is FailureKind.NOT_TRUSTED
    assert AskedQuestion.objects.get().body is None


def test_an_answer_of_another_version_is_refused(directory, clock, run):
    directory.answers[URL] = signed(BODY.replace(b"oots-cs:v2.0", b"oots-cs:v1.0"), clock.now())
    run()

    assert run().failure.kind is FailureKind.UNWELL


def test_an_answer_that_is_no_xml_is_refused_although_it_is_signed(directory, clock, run):
    directory.answers[URL] = signed(b"<!DOCTYPE a><a/>", clock.now())
    run()

    assert run().failure.kind is FailureKind.UNWELL


def test_a_country_with_a_directory_of_its_own_is_asked_there_and_trusted_by_its_own_root(directory, clock, run):
    service.remember_directory("FI", "https://localhost:9443/eb", "https://localhost:9443/dsd", service.own_root())
    query = service.evidence_types_query("https://sr.oots.tech.ec.europa.eu/requirements/1", "FI")

    run(query)

    assert directory.asked[0][0].startswith("https://localhost:9443/eb/rest/search?queryId=")
    assert service.directory_countries() == ("FI",)


def test_a_partner_may_move_and_change_its_root(directory, clock, run):
    directory.answers[QUERY.url("https://localhost:9443/eb")] = signed(BODY, clock.now())
    service.remember_directory("PT", "https://localhost:9443/eb", "https://localhost:9443/dsd", service.own_root())
    run()
    assert run().is_ready

    service.remember_directory("PT", "https://localhost:9443/eb", "https://localhost:9443/dsd", "0" * 64)

    assert run().is_pending
    assert run().failure.kind is FailureKind.NOT_TRUSTED
    assert KnownDirectory.objects.count() == 1


def test_a_question_put_before_its_directory_moved_is_dropped(directory, clock):
    service.answer_of(QUERY)
    service.remember_directory("PT", "https://localhost:9443/eb", "https://localhost:9443/dsd", service.own_root())

    service.fetch(AskedQuestion.objects.get().pk)

    assert directory.asked == []
    assert not AskedQuestion.objects.exists()


def test_the_directory_of_another_deployment_is_trusted_by_the_root_in_the_settings(directory, clock, run, settings):
    from dataclasses import replace

    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, eb_url="https://localhost:9443/eb/")
    directory.answers[QUERY.url("https://localhost:9443/eb")] = signed(BODY, clock.now())
    run()
    assert run().failure.kind is FailureKind.NOT_TRUSTED

    settings.OOTS = {**settings.OOTS, "DIRECTORY_ROOTS": (service.own_root(),)}
    clock.advance(timedelta(seconds=16))
    run()

    assert run().value == (REQUIREMENT,)


def test_what_nobody_asked_about_for_a_day_is_forgotten(directory, clock):
    service.answer_of(QUERY)
    clock.advance(timedelta(days=1, seconds=1))

    service.sweep(clock.now())

    assert not AskedQuestion.objects.exists()
