"""The preview link: its one browser, its one choice (exchange-flow 4.4 and 4.6, X09)."""

from uuid import uuid4

import pytest

from edm.errors import CallerMistake
from evidence_exchange.errors import PreviewRefused, Refusal
from evidence_exchange.models import FrozenPiece
from evidence_exchange.provider import service as preview_space
from exchange_log.models import LogEntry
from tests.evidence_exchange.journey import BROWSER

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(journey) -> str:
    return journey.travel(journey.ask(provider="EE"))


def test_the_page_says_who_asks_for_what(journey, token):
    view = journey.look(token)

    assert (view.country, view.requester_country, view.procedure_code) == ("EE", "PT", "T2")
    assert view.requester_names["PT"] == "Universidade do Mondego"
    (piece,) = view.pieces
    assert [part.role for part in piece.parts] == ["MainEvidence", "HumanReadableVersion"]
    assert {row.labels["EN"]: row.value for row in piece.summary}["Name"] == "Jürgen Groß"
    assert piece.accepted is None


def test_an_unknown_link_tells_nothing(journey):
    with pytest.raises(PreviewRefused) as refused:
        journey.look("never-issued")

    assert refused.value.reason == Refusal.UNKNOWN


def test_the_link_opens_at_the_country_that_issued_it_only(token):
    preview_space.refuse_elsewhere(token, "EE")

    with pytest.raises(PreviewRefused) as refused:
        preview_space.refuse_elsewhere(token, "FR")

    assert refused.value.reason == Refusal.UNKNOWN


def test_the_link_belongs_to_the_first_browser(journey, token):
    journey.look(token)

    for use in (
        lambda: journey.look(token, "another browser"),
        lambda: journey.decide(token, (), "another browser"),
        lambda: preview_space.way_back(token, "another browser"),
        lambda: preview_space.piece_content(token, "another browser", FrozenPiece.objects.first().evidence_id),
    ):
        with pytest.raises(PreviewRefused) as refused:
            use()
        assert refused.value.reason == Refusal.OTHER_BROWSER


def test_a_link_nobody_opened_yet_shows_no_document(token):
    with pytest.raises(PreviewRefused):
        preview_space.piece_content(token, BROWSER, FrozenPiece.objects.first().evidence_id)


def test_every_visit_is_logged_the_refused_ones_too(journey, token):
    journey.look(token)
    journey.look(token)
    with pytest.raises(PreviewRefused):
        journey.look(token, "another browser")

    assert [row.facts for row in LogEntry.objects.filter(event="preview_visited")] == [{}, {}, {"refused": "other_browser"}]


def test_after_the_choice_there_is_no_choice(journey, token):
    (piece,) = journey.look(token).pieces
    journey.decide(token)

    view = journey.look(token)

    assert (view.decided, view.answered, view.sends_something, view.pieces) == (True, True, True, ())
    with pytest.raises(PreviewRefused) as refused:
        preview_space.piece_content(token, BROWSER, piece.parts[0].id)
    assert refused.value.reason == Refusal.CLOSED


def test_the_decision_is_logged_piece_by_piece(journey, token):
    (piece,) = journey.look(token).pieces
    journey.decide(token, ())

    row = LogEntry.objects.get(event="preview_decided")
    assert (row.decision, row.facts) == ("0 of 1 accepted", {str(piece.id): "refused"})


def test_a_choice_of_something_not_shown_is_a_mistake(journey, token):
    journey.look(token)

    with pytest.raises(CallerMistake):
        journey.decide(token, {uuid4()})


def test_refused_documents_are_wiped_at_once(journey, token):
    from deployments import service as deployments
    from deployments.blobs.base import BlobMissing

    journey.look(token)
    journey.decide(token, ())

    for piece in FrozenPiece.objects.all():
        assert piece.metadata() == {}
        with pytest.raises(BlobMissing):
            deployments.blobs().get(piece.blob)
