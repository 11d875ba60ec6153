from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from edm.errors import CorrespondentFault
from edm.regrep.values import cleaned, moment_text, read_boolean, read_date, read_moment, read_urn, read_uuid

UUID_TEXT = "1A2B3C4D-0000-4000-8000-000000000001"


def test_control_characters_and_blanks_around_a_value_do_not_count():
    assert cleaned(" \t\u00a0Error\u007f\n") == "Error"


@pytest.mark.parametrize(
    "text",
    ["2026-10-06T12:00:00Z", "2026-10-06T14:00:00+02:00", "2026-10-06T12:00:00", "2026-10-06T12:00:00.000000000Z"],
)
def test_a_moment_is_read_in_utc(text):
    assert read_moment(text) == datetime(2026, 10, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "2026-10-06", "20261006T120000Z", "2026-13-06T12:00:00Z", "0001-01-01T00:00:00+14:00", "now"])
def test_what_is_no_moment_breaks_the_rule_of_its_slot(text):
    with pytest.raises(CorrespondentFault) as fault:
        read_moment(text, rule="R-EDM-REQ-C002")

    assert fault.value.rule == "R-EDM-REQ-C002"


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 10, 6, 12, tzinfo=UTC), "2026-10-06T12:00:00.000Z"),
        (datetime(2026, 10, 6, 12, 0, 0, 5000, tzinfo=UTC), "2026-10-06T12:00:00.005Z"),
        (datetime(2026, 10, 6, 12, 0, 0, 5001, tzinfo=UTC), "2026-10-06T12:00:00.005001Z"),
        (datetime(2026, 10, 6, 14, tzinfo=timezone(timedelta(hours=2))), "2026-10-06T12:00:00.000Z"),
    ],
)
def test_a_moment_is_written_in_utc_with_z(moment, text):
    assert moment_text(moment) == text


@pytest.mark.parametrize("text", ["1984-3-2", "1984-03-02Z", "1984-02-30", "02.03.1984", "١٩٨٤-٠٣-٠٢", ""])
def test_what_is_no_day_of_the_calendar_is_refused(text):
    with pytest.raises(CorrespondentFault):
        read_date(text)


def test_a_date_is_read():
    assert read_date("1984-03-02") == date(1984, 3, 2)


def test_an_identifier_is_read_in_any_case_with_its_own_prefix_only():
    assert str(read_uuid(UUID_TEXT)) == UUID_TEXT.lower()
    assert read_urn(f"urn:uuid:{UUID_TEXT}") == read_uuid(UUID_TEXT)
    for refuse, text in [(read_uuid, f"urn:uuid:{UUID_TEXT}"), (read_urn, UUID_TEXT), (read_uuid, "{" + UUID_TEXT + "}"), (read_uuid, "")]:
        with pytest.raises(CorrespondentFault):
            refuse(text)


@pytest.mark.parametrize(("text", "value"), [("true", True), ("1", True), ("false", False), ("0", False)])
def test_a_boolean_has_four_forms(text, value):
    assert read_boolean(text) is value


def test_any_other_word_is_no_boolean():
    with pytest.raises(CorrespondentFault):
        read_boolean("True")
