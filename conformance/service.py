"""Holds one message to the rules of its kind and line."""

from dataclasses import dataclass

from edm.errors import CorrespondentFault
from edm.regrep.parsing import parse
from edm.rules import Finding, MessageKind, Report, Severity, kind_of, line_of, select
from edm.vocabulary.lines import EdmLine

# Far more than any body or header: what is larger is no message.
LARGEST = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What was examined, and what came out."""

    kind: MessageKind
    line: EdmLine
    report: Report

    def findings(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.report.findings if finding.severity is severity)


def examine(content: bytes, kind: MessageKind | None = None) -> Examination:
    """Examines a body or a header; a CorrespondentFault when it is no message or its line has no rules here."""
    document = parse(content, limit=LARGEST)
    kind = kind or kind_of(document)
    if kind is None:
        raise CorrespondentFault("The document is no evidence request, response or error and no ebMS header.")
    line = line_of(document)
    return Examination(kind=kind, line=line, report=select(kind, line).examine(document))
