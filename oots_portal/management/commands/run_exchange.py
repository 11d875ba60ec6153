"""Walk one exchange through the pages of the running demonstration, as a stranger with a browser would."""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deployments.service import deployment, state_folder
from oots_portal.stranger.browser import Browser, Lost
from oots_portal.stranger.evidence import outcome_of, settled_outcome, wires_of
from oots_portal.stranger.scenarios import SCENARIOS, Scenario, scenario_called
from oots_portal.stranger.tracing import write_trace
from oots_portal.stranger.walk import walk

NOT_RUNNING = 3
PATIENT_ATTEMPTS = 40
PATIENT_SECONDS = 20.0
SETTLING_SECONDS = 3.0


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--scenario", default="approved", help="which one; see --list")
        parser.add_argument("--list", action="store_true", help="print the scenarios, one a line, name first")
        parser.add_argument("--country", help="ask this country for the document instead of the scenario's")
        parser.add_argument("--trace", type=Path, metavar="DIR", help="write each message as it crossed HTTP, decrypted parts and receipts")
        parser.add_argument("--patient", action="store_true", help="press again when a page does not come, as a person would")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *_args: object, **options: Any) -> None:
        if not deployment().is_sandbox:
            raise CommandError("Exchanges are walked in the sandbox only.")
        if options["list"]:
            for scenario in SCENARIOS:
                self.stdout.write(f"{scenario.name}  {scenario.tells}")
            return
        self._run(_chosen(options), options["trace"], as_json=options["json"], patient=options["patient"])

    def _run(self, scenario: Scenario, trace: Path | None, *, as_json: bool, patient: bool) -> None:
        running = _running()
        state, door = state_folder(), running["address"]
        browser = Browser(*sorted((state / "trust").glob("*.pem")), attempts=PATIENT_ATTEMPTS if patient else 1)
        report: dict[str, Any] = {"scenario": scenario.name}
        try:
            walked = walk(scenario, browser, f"https://{scenario.portal.lower()}.localhost:{running['port']}")
            key = (state / "secrets" / "api.key").read_text().strip()
            both_sides = deployment().plays(scenario.document_country)
            outcome = settled_outcome(
                lambda: outcome_of(walked.reference, browser, door, key),
                lambda found: found.complaints(scenario, both_sides=both_sides),
                within=PATIENT_SECONDS if patient else SETTLING_SECONDS,
            )
            complaints = outcome.complaints(scenario, both_sides=both_sides)
            report |= dataclasses.asdict(walked) | {"exchanges": outcome.exchanges, "traces": outcome.traces}
            if trace is not None:
                write_trace(trace, [wire for e in outcome.exchanges for wire in wires_of(e["id"], browser, door, key)])
        except Lost as reason:
            complaints = [str(reason)]
        report |= {"complaints": complaints, "passed": not complaints}
        self._tell(report, as_json=as_json)
        if complaints:
            sys.exit(1)

    def _tell(self, report: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, indent=2, ensure_ascii=False))
        elif report["passed"]:
            self.stdout.write(f"{report['scenario']}: as declared, in {report['seconds']:.1f} s (reference {report['reference']})")
        else:
            self.stderr.write(f"{report['scenario']}: " + "; ".join(report["complaints"]))


def _chosen(options: dict[str, Any]) -> Scenario:
    scenario = scenario_called(options["scenario"])
    if scenario is None:
        raise CommandError(f"There is no scenario {options['scenario']!r}; there are: {', '.join(s.name for s in SCENARIOS)}.")
    if options["country"]:
        scenario = dataclasses.replace(scenario, document_country=options["country"].upper())
    return scenario


def _running() -> dict[str, Any]:
    try:
        note: dict[str, Any] = json.loads((state_folder() / "demo.json").read_text())
    except (OSError, ValueError):
        sys.stderr.write("No demonstration is running with this state folder; start one with `make demo`.\n")
        sys.exit(NOT_RUNNING)
    return note
