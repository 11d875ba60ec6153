"""A document as lines of labels and values, whatever form it takes in the end."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from babel.dates import format_date

from edm.vocabulary.parties import Authority
from evidence_exchange.provider.evidence.made import Row
from evidence_exchange.sources.base import Fact, NameForm, RegisteredDocument, RegisterService, Texts

DATES = frozenset({"awarded_on"})
# British order of day and month, as in the rest of the platform.
LOCALES = {"EN": "en_GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on one document in one language."""

    language: str
    authority: Authority
    title: str
    rows: tuple[Row, ...]
    notes: tuple[tuple[str, str], ...]
    disclaimer: str


def sheet_of(
    document: RegisteredDocument, service: RegisterService, language: str, *, authority: Authority, evidence_id: UUID, now: datetime
) -> Sheet:
    words = service.words
    return Sheet(
        language=language,
        authority=authority,
        title=text_in(service.titles, language),
        rows=rows_of(document, service, language),
        notes=(
            (text_in(words["number"], language), document.number),
            (text_in(words["made"], language), day_in(now.date(), language)),
            (text_in(words["evidence"], language), str(evidence_id)),
        ),
        disclaimer=text_in(words["invented"], language),
    )


def rows_of(document: RegisteredDocument, service: RegisterService, language: str) -> tuple[Row, ...]:
    """Who, and what is on record, labels in every language and values in one."""
    born = day_in(document.date_of_birth, language)
    return (
        Row(labels=service.words["holder"], value=full_name(document.holder)),
        Row(labels=service.words["born"], value=born),
        *(Row(labels=fact.labels, value=_value(fact, language)) for fact in document.facts),
    )


def full_name(holder: NameForm) -> str:
    return f"{holder.given} {holder.family}"


def text_in(texts: Texts, language: str) -> str:
    return texts.get(language) or texts.get("EN") or next(iter(texts.values()))


def day_in(day: date, language: str) -> str:
    return format_date(day, format="long", locale=LOCALES.get(language, language.lower()))


def _value(fact: Fact, language: str) -> str:
    value = fact.value(language)
    return day_in(date.fromisoformat(value), language) if fact.key in DATES else value
