"""Record matching (identity.md 8.1): exact date of birth, names equal once normalised, nothing fuzzy."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from edm.messages.persons import NaturalPerson
from evidence_exchange.sources.base import Ambiguous, Match, Matching, NameForm, NoMatch

_SEPARATORS = dict.fromkeys(map(ord, "'’ʼ`´‘-‐‑‒–—.,"), " ")
# Romanian comma-below and cedilla letters are one letter in two encodings.
_TWINS = {ord("ş"): "ș", ord("ţ"): "ț"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record as far as matching looks at it."""

    record: str
    date_of_birth: date
    names: tuple[NameForm, ...]


def match(person: NaturalPerson, candidates: Iterable[Candidate]) -> Matching:
    found = [candidate for candidate in candidates if _is_same(person, candidate)]
    if not found:
        return NoMatch()
    return Match(record=found[0].record) if len(found) == 1 else Ambiguous()


def normalised(name: str) -> tuple[str, ...]:
    """The words of a name, composed and case-folded; letters keep their accents and their script."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return tuple(folded.translate(_TWINS).translate(_SEPARATORS).split())


def _is_same(person: NaturalPerson, candidate: Candidate) -> bool:
    return person.date_of_birth == candidate.date_of_birth and any(_has_names(person, form) for form in candidate.names)


def _has_names(person: NaturalPerson, form: NameForm) -> bool:
    known = {normalised(form.family), normalised(form.birth)} - {()}
    claimed = {normalised(person.family_name), normalised(person.birth_name or "")} - {()}
    return bool(known & claimed) and _agree(normalised(person.given_name), normalised(form.given))


def _agree(claimed: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """One list of given names is an ordered subset of the other."""
    shorter, longer = sorted((claimed, known), key=len)
    remaining = iter(longer)
    return bool(shorter) and all(name in remaining for name in shorter)
