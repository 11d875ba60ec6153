"""A rule, the smallest change that breaks it, and what else that change cannot help breaking."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from edm.regrep.parsing import parse
from edm.rules import RuleBook
from tests.edm.documents import Change, spoilt


@dataclass(frozen=True)
class Mutation:
    rule: str
    change: Change
    also: frozenset[str] = frozenset()


def breaks(rule: str, change: Change, also: str = "") -> object:
    """`also` lists further rules by their short names."""
    prefix = rule.rpartition("-")[0]
    others = frozenset(name if "-" in name else f"{prefix}-{name}" for name in also.split())
    return pytest.param(Mutation(rule, change, others), id=rule)


def broken_rules(book: RuleBook, content: bytes, change: Change) -> set[str]:
    """Of every severity."""
    return {finding.rule for finding in book.examine(parse(spoilt(content, change))).findings}


def rules_covered(*tables: Iterable[object]) -> set[str]:
    return {parameter.values[0].rule for table in tables for parameter in table}  # type: ignore[attr-defined]
