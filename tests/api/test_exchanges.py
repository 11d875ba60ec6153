"""Following a real exchange through the API; no personal data leaves."""

from base64 import b64decode
from uuid import uuid4

import pytest

from evidence_exchange.models import Exchange
from tests.evidence_exchange.factories import VAINO, ZOE


def test_a_delivered_exchange_is_followed_by_its_identifier(journey, integrator):
    exchange_id = journey.approve()

    state = integrator.get(f"exchanges/{exchange_id}").json()

    assert (state["state"], state["pieces"], state["problem"], state["line"]) == ("delivered", 1, None, "2.0")
    assert state["provider"]["country"] == "DE"
    assert state["satisfies"] == state["requirement_ids"]
    assert state["next"][0]["href"] == f"/api/v1/exchanges/{exchange_id}/trace"


def test_an_exchange_that_waits_says_for_whom_and_until_when(journey, integrator):
    state = integrator.get(f"exchanges/{journey.ask()}").json()

    assert (state["state"], state["whose_turn"], state["deadline_kind"]) == ("preview_required", "citizen", "redirection")
    assert state["deadline"].endswith("Z")
    assert state["preview"]["host"]
    assert "token" not in str(state)


def test_an_exchange_is_found_by_the_reference_a_citizen_reads_out(journey, integrator):
    exchange_id = journey.ask()
    exchange = Exchange.objects.asked().get()

    by_reference = integrator.get("exchanges", reference=exchange.reference).json()["exchanges"]
    by_conversation = integrator.get("exchanges", conversation=str(exchange.conversation_id)).json()["exchanges"]

    assert [state["id"] for state in by_reference] == [state["id"] for state in by_conversation] == [str(exchange_id)]
    assert integrator.get("exchanges", reference="ZZZ-999").json() == {"exchanges": []}


@pytest.mark.parametrize("parameters", [{}, {"reference": "K7M-4QX", "conversation": str(uuid4())}, {"conversation": "none"}])
def test_exchanges_are_listed_by_one_thing_only(integrator, parameters):
    assert integrator.get("exchanges", **parameters).json()["code"] == "validation_failed"


def test_a_refused_exchange_has_its_problem_with_the_code_of_the_wire(journey, integrator):
    problem = integrator.get(f"exchanges/{journey.ask(VAINO)}").json()["problem"]

    assert (problem["code"], problem["wire"]) == ("peer_not_found", {"code": "EDM:ERR:0004"})
    assert problem["type"].endswith("/problems/peer-not-found")
    assert "status" not in problem


def test_an_exchange_rejected_here_has_its_problem(journey, integrator):
    state = integrator.get(f"exchanges/{journey.ask(ZOE)}").json()

    assert (state["state"], state["problem"]["code"]) == ("failed", "loa_too_low")


def test_the_trace_tells_both_sides_and_every_message(journey, integrator):
    exchange_id = journey.approve()

    trace = integrator.get(f"exchanges/{exchange_id}/trace").json()

    assert {entry["side"] for entry in trace["entries"]} == {"requester", "provider"}
    assert {message["direction"] for message in trace["messages"]} == {"sent", "received"}
    assert all(message["receipt_verdict"] for message in trace["messages"])
    assert all(message["digests"] for message in trace["messages"])


@pytest.mark.parametrize("path", ["exchanges/{}", "exchanges/{}/trace"])
def test_nothing_about_the_person_is_told(journey, integrator, path):
    exchange_id = journey.approve()

    told = integrator.get(path.format(exchange_id)).content.decode()

    for private in ("Groß", "Jürgen", "1984-03-02", "mock-7f3a91c2"):
        assert private not in told


@pytest.mark.parametrize("path", ["exchanges/{}", "exchanges/{}/trace"])
def test_an_unknown_exchange_is_not_found(integrator, path):
    answer = integrator.get(path.format(uuid4()))

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_the_sandbox_tells_messages_as_they_crossed(journey, integrator):
    exchange_id = journey.approve()

    messages = integrator.get("sandbox/messages", exchange=str(exchange_id)).json()["messages"]

    assert messages
    assert all(b64decode(message["body"]).startswith(b"--") for message in messages)
    assert any(b"QueryRequest" in b64decode(part["content"]) for message in messages for part in message["parts"])
    assert all(message["receipt"] and message["receipt_verdict"] for message in messages)
