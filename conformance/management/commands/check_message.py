"""`manage.py check_message FILE`: the rules a message breaks. Exit 1 when it must be refused, 2 when it cannot be judged."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from conformance.service import Examination, examine
from edm.errors import CorrespondentFault
from edm.rules import MessageKind


class Command(BaseCommand):
    help = "Holds a message (evidence request, response, error or ebMS header) to the business rules of its line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the XML document")
        parser.add_argument("--kind", choices=list(MessageKind), help="what it is to be judged as; found out when left out")
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(self, *_args: str, **options: Any) -> None:
        kind = MessageKind(options["kind"]) if options["kind"] else None
        try:
            examination = examine(options["file"].read_bytes(), kind)
        except OSError as failure:
            raise CommandError(f"{options['file']}: {failure.strerror}", returncode=2) from failure
        except CorrespondentFault as fault:
            raise CommandError(str(fault), returncode=2) from fault
        self.stdout.write(as_json(examination) if options["json"] else as_text(examination))
        if not examination.report.is_conformant:
            raise SystemExit(1)


def as_json(examination: Examination) -> str:
    report = examination.report
    return json.dumps(
        {
            "kind": examination.kind,
            "line": examination.line.number,
            "rules_run": report.rules_run,
            "conformant": report.is_conformant,
            "findings": [
                {"rule": found.rule, "severity": found.severity, "explanation": found.explanation, "where": found.where}
                for found in report.findings
            ],
        },
        indent=2,
    )


def as_text(examination: Examination) -> str:
    report = examination.report
    verdict = "conformant" if report.is_conformant else f"to be refused, {len(report.broken_rules)} rules broken"
    lines = [f"{examination.kind.capitalize()}, line {examination.line}: {verdict} ({report.rules_run} rules run)."]
    lines += [f"{found.severity:8} {found.rule:18} {found.explanation} {found.where}".rstrip() for found in report.findings]
    return "\n".join(lines)
