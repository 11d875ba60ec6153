from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template
from django.utils import translation

from deployments import wording


@pytest.fixture(params=["en"], autouse=True)
def language(request: pytest.FixtureRequest):
    with translation.override(request.param):
        yield


@pytest.mark.parametrize(("code", "name"), [("DE", "Germany"), ("EL", "Greece"), ("GR", "Greece"), ("QQ", "QQ")])
def test_a_country_is_named_by_the_code_of_the_directories(code: str, name: str) -> None:
    assert wording.country_name(code) == name


def test_names_follow_the_language_of_the_reader() -> None:
    with translation.override("fr"):
        assert wording.country_name("EL") == "Grèce"
        assert wording.language_name("ET") == "estonien"
        assert wording.day(date(2026, 10, 6)) == "6 octobre 2026"


def test_days_are_written_as_the_regulation_writes_them() -> None:
    assert wording.day(date(1984, 3, 2)) == "2 March 1984"


@pytest.mark.parametrize(("size", "said"), [(1, "1 kB"), (18_400, "18 kB"), (999_499, "999 kB"), (1_250_000, "1.2 MB")])
def test_sizes_are_said_in_round_numbers(size: int, said: str) -> None:
    assert wording.size_name(size) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=-3), "0 seconds"),
        (timedelta(seconds=20), "20 seconds"),
        (timedelta(seconds=89), "89 seconds"),
        (timedelta(minutes=15), "15 minutes"),
        (timedelta(minutes=39, seconds=59), "39 minutes"),
        (timedelta(minutes=90), "90 minutes"),
    ],
)
def test_a_duration_never_promises_more_than_there_is(length: timedelta, said: str) -> None:
    assert wording.duration(length) == said


def test_a_time_names_the_clock_it_was_read_from() -> None:
    moment = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)

    assert wording.clock_time(moment, "Europe/Lisbon") == "13:00"
    assert wording.clock_time(moment, "Europe/Athens") == "15:00"
    assert wording.zone_name("Europe/Lisbon") == "Lisbon time"


NAMES = {"EN": "Degree", "FR": "Diplôme", "DE": "Zeugnis"}


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (NAMES, ("Degree", "en")),
        ({"DE": "Zeugnis", "FR": "Diplôme"}, ("Zeugnis", "de")),
        ({"BG": "Диплома"}, ("Диплома", "bg")),
        ({}, ("", "en")),
    ],
)
def test_a_text_is_said_in_the_readers_language_else_english_else_any(texts: dict[str, str], said: tuple[str, str]) -> None:
    assert wording.said(texts) == said


@pytest.mark.parametrize(
    ("texts", "country", "original"),
    [
        (NAMES, "DE", ("Zeugnis", "de")),
        (NAMES, "FR", ("Diplôme", "fr")),
        (NAMES, "EE", None),
        (NAMES, "IE", None),
        ({"EN": "Degree", "EL": "Πτυχίο"}, "EL", ("Πτυχίο", "el")),
        ({"EN": "Degree", "BG": "Диплома"}, "", None),
    ],
)
def test_the_original_is_in_a_language_of_its_country(texts: dict[str, str], country: str, original: tuple[str, str] | None) -> None:
    assert wording.original(texts, country) == original


def test_foreign_words_are_marked_with_their_language_and_own_words_are_not() -> None:
    shown = Template("{% load wording %}{{ names|said }} {{ names|original:'DE' }} {{ names|own_name:'DE' }}").render(
        Context({"names": NAMES})
    )

    assert shown == 'Degree <span lang="de">Zeugnis</span> <span lang="de">Zeugnis</span>'


def test_what_others_wrote_is_escaped() -> None:
    shown = Template("{% load wording %}{{ names|said }}{{ host|breakable }}").render(
        Context({"names": {"DE": "<script>"}, "host": "a.<b>.example"})
    )

    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "a.<wbr>" in shown
