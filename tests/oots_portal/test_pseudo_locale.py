"""Every word a citizen reads comes from the catalogue, and the French one leaves none out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import Client, RequestFactory
from django.utils.translation import trans_real

from deployments import wording
from oots_portal import errors
from tests.oots_portal.pages import PAGES
from tests.oots_portal.pseudo import CATALOGUE, bracketed, untranslated_words, write_catalogue
from tests.oots_portal.twins import Directories, Exchanges

SAID = [wording.country_name, wording.language_name, wording.day, wording.clock_time, wording.duration, wording.media_name]
TITLES = [f"Certificate {number} of {country}" for country in ("DE", "FR", "EE") for number in (1, 2)]
DATA = ("Preuve d’un diplôme", "Groß", "Jürgen", "Universidade do Mondego", "Hochschulregister Elbaue", "Attestation", "Registre", *TITLES)


@pytest.fixture
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    for function in SAID:
        monkeypatch.setattr(wording, function.__name__, _bracketing(function))
    settings.LOCALE_PATHS = [write_catalogue(tmp_path)]
    settings.LANGUAGE_CODE = "fr"
    trans_real._translations = {}
    yield
    trans_real._translations = {}


def _bracketing(function: Callable[..., str]) -> Callable[..., str]:
    return lambda *args: bracketed(function(*args))


@pytest.mark.parametrize("name", PAGES)
def test_no_page_says_a_word_that_is_not_in_the_catalogue(
    pseudo: None, ask: Callable[..., Client], citizen: Client, exchanges: Exchanges, directories: Directories, name: str
) -> None:
    citizen.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"

    content = PAGES[name](ask, citizen, exchanges, directories).content

    assert untranslated_words(content, DATA) == []


@pytest.mark.parametrize("view", [errors.bad_request, errors.forbidden, errors.not_found])
def test_no_failure_says_a_word_that_is_not_in_the_catalogue(pseudo: None, view: Callable[..., Any]) -> None:
    assert untranslated_words(view(RequestFactory().get("/")).content, DATA) == []


def test_the_french_catalogue_is_complete_and_nothing_in_it_is_guessed() -> None:
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]

    assert len(messages) > 900
    assert [message.id for message in messages if not message.string or message.fuzzy] == []
    assert [message.id for message in messages if "" in (message.string if isinstance(message.string, tuple) else ())] == []
    assert [(message.id, list(message.check())) for message in messages if list(message.check())] == []
