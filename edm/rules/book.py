"""A rule is a sentence with a number: which places of a document it looks at, and what must hold there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeAlias

from edm.regrep.namespaces import Element
from edm.rules.places import Place, whereabouts
from edm.rules.report import Finding, Report, Severity

# A document made to break one rule a million times shall not become a report of a million lines.
MOST_FINDINGS = 100

# What is wrong with one element, or None.
Judgement: TypeAlias = Callable[[Element], str | None]
# What is wrong with a document, once per fault.
Check: TypeAlias = Callable[[Element], Iterable[str]]


class Fault(NamedTuple):
    explanation: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    identifier: str
    faults: Callable[[Element], Iterable[Fault]]
    severity: Severity = Severity.FATAL

    def findings(self, document: Element) -> Iterator[Finding]:
        for fault in islice(self.faults(document), MOST_FINDINGS):
            yield Finding(self.identifier, self.severity, fault.explanation, fault.where)


class RuleBook:
    """The rules of one kind of message, in the order the chapter lists them."""

    def __init__(self, chapter: str) -> None:
        self.chapter = chapter
        self._rules: dict[str, Rule] = {}

    @classmethod
    def combined(cls, chapter: str, *books: "RuleBook") -> "RuleBook":
        """One book of several, their rules in this order."""
        whole = cls(chapter)
        for book in books:
            for rule in book._rules.values():
                whole._add(rule)
        return whole

    def __len__(self) -> int:
        return len(self._rules)

    @property
    def identifiers(self) -> tuple[str, ...]:
        return tuple(self._rules)

    def judge(self, identifier: str, place: Place, *judgements: Judgement, severity: Severity = Severity.FATAL) -> None:
        """Adds a rule that every element of the place must satisfy, each judgement on its own."""

        def faults(document: Element) -> Iterator[Fault]:
            for element in place(document):
                for judgement in judgements:
                    if (explanation := judgement(element)) is not None:
                        yield Fault(explanation, whereabouts(element))

        self._add(Rule(identifier, faults, severity))

    def rule(self, identifier: str, severity: Severity = Severity.FATAL) -> Callable[[Check], Check]:
        """Adds a rule that needs a function of its own."""

        def register(check: Check) -> Check:
            self._add(Rule(identifier, lambda document: map(Fault, check(document)), severity))
            return check

        return register

    def examine(self, document: Element) -> Report:
        findings = tuple(finding for rule in self._rules.values() for finding in rule.findings(document))
        return Report(findings, rules_run=len(self))

    def _add(self, rule: Rule) -> None:
        if rule.identifier in self._rules:
            raise ValueError(f"{rule.identifier} is written twice")
        self._rules[rule.identifier] = rule
