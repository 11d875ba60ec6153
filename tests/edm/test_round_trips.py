from hypothesis import HealthCheck, given, settings

from edm.messages.answers import read_answer
from edm.messages.evidence_error import write_evidence_error
from edm.messages.evidence_request import read_evidence_request, write_evidence_request
from edm.messages.evidence_response import write_evidence_response
from tests.edm.factories import counted_ids
from tests.edm.strategies import evidence_errors, evidence_requests, evidence_responses

often_enough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@often_enough
@given(request=evidence_requests())
def test_every_request_reads_back_as_it_was_written(request):
    assert read_evidence_request(write_evidence_request(request)) == request


@often_enough
@given(response=evidence_responses)
def test_every_response_reads_back_as_it_was_written(response):
    assert read_answer(write_evidence_response(response, object_ids=counted_ids())) == response


@often_enough
@given(error=evidence_errors)
def test_every_error_reads_back_as_it_was_written(error):
    assert read_answer(write_evidence_error(error)) == error
