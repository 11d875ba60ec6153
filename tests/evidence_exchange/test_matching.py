"""Record matching (identity.md 8.1)."""

from datetime import date

import pytest

from evidence_exchange.sources.base import Ambiguous, Match, NameForm, NoMatch
from evidence_exchange.sources.matching import Candidate, match
from tests.evidence_exchange.factories import person

BORN = date(1990, 1, 5)


def candidate(family: str, given: str, *more: NameForm, record: str = "r1", born: date = BORN, birth: str = "") -> Candidate:
    return Candidate(record=record, date_of_birth=born, names=(NameForm(family=family, given=given, birth=birth), *more))


@pytest.mark.parametrize(
    ("claimed", "known"),
    [
        (("Groß", "Jürgen"), ("GROSS", "JÜRGEN")),
        (("Gęślińska", "Zażółcia"), ("Ge\u0328s\u0301lin\u0301ska", "Zażo\u0301łcia")),
        (("Țurcanu", "Ștefan"), ("Ţurcanu", "Ştefan")),
        (("O'Brien-Ní Dhomhnaill", "Aoife"), ("O’Brien Ní-Dhomhnaill", "Aoife")),
        (("Hölzl", "Anna Maria"), ("Hölzl", "Anna")),
        (("Hölzl", "Maria"), ("Hölzl", "Anna Maria")),
        (("Παπαδοπούλου", "Ελένη"), ("ΠΑΠΑΔΟΠΟΎΛΟΥ", "ΕΛΈΝΗ")),
    ],
)
def test_names_are_equal_once_normalised(claimed, known):
    assert isinstance(match(person(*claimed, BORN), [candidate(*known)]), Match)


@pytest.mark.parametrize(
    ("claimed", "known"),
    [
        (("Gross", "Jurgen"), ("Gross", "Jürgen")),
        (("Rossi", "Mario"), ("Rossi", "Maria")),
        (("Hölzl", "Maria Anna"), ("Hölzl", "Anna Maria")),
        (("Hölzl", ""), ("Hölzl", "Anna")),
        (("Papadopoulou", "Eleni"), ("Παπαδοπούλου", "Ελένη")),
    ],
    ids=["accent", "letter", "order", "no given name", "script"],
)
def test_nothing_fuzzy_releases_evidence(claimed, known):
    assert match(person(*claimed, BORN), [candidate(*known)]) == NoMatch()


def test_names_are_compared_script_by_script():
    both = candidate("Παπαδοπούλου", "Ελένη", NameForm(family="Papadopoulou", given="Eleni"))

    assert isinstance(match(person("Papadopoulou", "Eleni", BORN), [both]), Match)
    assert match(person("Papadopoulou", "Ελένη", BORN), [both]) == NoMatch()


@pytest.mark.parametrize("born", [date(1990, 5, 1), date(1990, 1, 1), date(1991, 1, 5)])
def test_the_date_of_birth_is_exact(born):
    assert match(person("Rossi", "Maria", born), [candidate("Rossi", "Maria")]) == NoMatch()


def test_the_birth_name_is_an_alternative():
    assert isinstance(match(person("Novák", "Eva", BORN, birth_name="Dvořák"), [candidate("Dvořák", "Eva")]), Match)
    assert isinstance(match(person("Dvořák", "Eva", BORN), [candidate("Novák", "Eva", birth="Dvořák")]), Match)


def test_two_records_of_one_name_and_birthday_are_nobody():
    twins = [candidate("Rossi", "Maria", record=number) for number in ("1", "2")]

    assert match(person("Rossi", "Maria", BORN), twins) == Ambiguous()
