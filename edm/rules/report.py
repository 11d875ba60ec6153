"""What came out of an examination: findings, never a boolean."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    FATAL = "FATAL"
    WARNING = "WARNING"
    CAUTION = "CAUTION"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken once, and where. The explanation names places, never values: those may be personal."""

    rule: str
    severity: Severity
    explanation: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    findings: tuple[Finding, ...] = ()
    rules_run: int = 0

    @property
    def broken_rules(self) -> frozenset[str]:
        """The rules of severity FATAL that were broken: the message must be refused."""
        return frozenset(finding.rule for finding in self.fatal)

    @property
    def fatal(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.FATAL)

    @property
    def is_conformant(self) -> bool:
        return not self.fatal
