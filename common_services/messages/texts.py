"""Texts in several languages, keyed by the upper-case language code of the wire."""

from collections.abc import Mapping

Texts = Mapping[str, str]
DEFAULT_LANGUAGE = "EN"


def text_in(texts: Texts, language: str) -> str:
    """The text in `language`, else in English, else whichever comes first, else nothing."""
    return texts.get(language.upper()) or texts.get(DEFAULT_LANGUAGE) or next(iter(texts.values()), "")
