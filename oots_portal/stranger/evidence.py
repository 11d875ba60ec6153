"""What the platform says of the exchanges afterwards, by its public API, held against what the scenario declares."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from oots_portal.stranger.browser import Browser, Lost
from oots_portal.stranger.scenarios import Scenario

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Each exchange of the walk with its log rows and messages."""

    exchanges: tuple[JSON, ...]
    traces: tuple[JSON, ...]

    def complaints(self, scenario: Scenario, *, both_sides: bool) -> list[str]:
        """Every way in which the end is not the declared one; empty when it is."""
        found: list[str] = []
        states = tuple(e["state"] for e in self.exchanges)
        if states != scenario.states:
            found.append(f"the exchanges ended in {', '.join(states) or 'nothing'}, not in {', '.join(scenario.states)}")
        pieces = tuple(e["pieces"] for e in self.exchanges)
        if pieces != scenario.pieces:
            found.append(f"{pieces} documents arrived, not {scenario.pieces}")
        codes = {(e["problem"] or {}).get("wire", {}).get("code", "") for e in self.exchanges} - {""}
        if codes != ({scenario.error_code} if scenario.error_code else set()):
            found.append(f"the error codes are {sorted(codes)}, not [{scenario.error_code}]")
        for trace, messages in zip(self.traces, scenario.messages, strict=False):
            found += _complaints_of(trace, messages, both_sides)
        return found


def _complaints_of(trace: JSON, messages: int, both_sides: bool) -> list[str]:
    found = []
    sides = {entry["side"] for entry in trace["entries"]}
    wanted = {"requester", "provider"} if both_sides else {"requester"}
    if not wanted <= sides:
        found.append(f"log rows are missing on the side of the {', '.join(sorted(wanted - sides))}")
    sent = [m for m in trace["messages"] if m["direction"] == "sent"]
    ids = {m["message_id"] for m in trace["messages"]}
    if len(ids) != messages:
        found.append(f"{len(ids)} messages crossed, not {messages}")
    unproved = [m["message_id"] for m in sent if m["receipt_verdict"] != "verified"]
    if not sent:
        found.append("no message was sent from here")
    if unproved:
        found.append(f"no verified receipt for {', '.join(unproved)}")
    return found


def settled_outcome(ask: Callable[[], Outcome], complaints_of: Callable[[Outcome], list[str]], *, within: float) -> Outcome:
    """The outcome once nothing is to complain of, or the last one after `within` seconds: a receipt may come after the page."""
    deadline = time.monotonic() + within
    outcome = ask()
    while complaints_of(outcome) and time.monotonic() < deadline:
        time.sleep(0.2)
        outcome = ask()
    return outcome


def outcome_of(reference: str, browser: Browser, door: str, key: str) -> Outcome:
    """Ask the API for everything behind the public reference."""
    headers = {"Authorization": f"Bearer {key}"}
    exchanges = tuple(_json(browser, f"{door}/api/v1/exchanges?reference={reference}", headers)["exchanges"])
    traces = tuple(_json(browser, f"{door}/api/v1/exchanges/{e['id']}/trace", headers) for e in exchanges)
    return Outcome(exchanges, traces)


def wires_of(exchange_id: str, browser: Browser, door: str, key: str) -> list[JSON]:
    """The messages of an exchange as they crossed HTTP."""
    wires: list[JSON] = _json(browser, f"{door}/api/v1/sandbox/messages?exchange={exchange_id}", {"Authorization": f"Bearer {key}"})[
        "messages"
    ]
    return wires


def _json(browser: Browser, url: str, headers: Mapping[str, str]) -> JSON:
    page = browser.open(url, headers=headers)
    if page.status != 200:
        raise Lost(f"{url} answers {page.status}: {page.content[:200]!r}")
    answer: JSON = json.loads(page.content)
    return answer
