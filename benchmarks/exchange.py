"""From the press of the button to the preview, and what all processes weigh, on the demonstration as it is shipped."""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.verdict import Figure
from oots_portal.stranger.browser import Browser
from oots_portal.stranger.journey import Citizen
from oots_portal.stranger.scenarios import Decision
from tests.running.deployments import Running, running

MEASURED, EARLY, LATE = 20, 10, 200
NEWEST = "SELECT state FROM evidence_exchange_exchange WHERE side = 'requester' ORDER BY id DESC LIMIT 1"
COUNT = "SELECT count(*) FROM evidence_exchange_exchange WHERE side = 'requester'"


def figures() -> Iterator[Figure]:
    """The POST of the explicit request to the committed state `preview_required`; then PSS after 10 and 200 exchanges."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "state") as demo:
        citizen = Citizen(Browser(demo.authority), demo.origin("PT"))
        citizen.sign_in("DE", "P1")
        waits = [_one_exchange(citizen, demo) for _ in range(MEASURED + 1)][1:]
        yield Figure(f"explicit request to preview, median of {MEASURED}", statistics.median(waits), "s", 0.5)
        yield Figure(f"explicit request to preview, slowest of {MEASURED}", max(waits), "s", 1.0)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "state") as demo:
        citizen = Citizen(Browser(demo.authority), demo.origin("PT"))
        citizen.sign_in("DE", "P1")
        for _ in range(EARLY):
            _one_exchange(citizen, demo)
        early = _weight(demo)
        yield Figure(f"PSS of all processes after {EARLY} exchanges", early, "MB", 350)
        for _ in range(LATE - EARLY):
            _one_exchange(citizen, demo)
        late = _weight(demo)
        yield Figure(f"PSS of all processes after {LATE} exchanges", late, "MB")
        yield Figure(f"PSS after {LATE} exchanges over PSS after {EARLY}", late / early, "", 1.05)


def _one_exchange(citizen: Citizen, demo: Running) -> float:
    """One whole exchange; the seconds from the POST to the preview."""
    citizen.begin_afresh()
    with sqlite3.connect(f"file:{demo.state / 'database.sqlite3'}?mode=ro", uri=True, isolation_level=None) as database:
        before = database.execute(COUNT).fetchone()[0]
        form, started = citizen.explicit_request("DE"), time.monotonic()
        page = citizen.browser.send(form)
        answered = time.monotonic()
        while database.execute(COUNT).fetchone()[0] == before or database.execute(NEWEST).fetchone()[0] != "preview_required":
            if time.monotonic() - answered > 30:
                raise RuntimeError("the preview was never offered")
            time.sleep(0.003)
        waited = time.monotonic() - started
    citizen.decide(citizen.leave(citizen.wait_for_turn(page)), Decision.SEND)
    return waited


def _weight(demo: Running) -> float:
    """Proportional set size of the supervisor and everything below it, in MB."""
    supervisor = demo.note()["supervisor"]
    pids, found = [supervisor], []
    while pids:
        pid = pids.pop()
        found.append(pid)
        for thread in Path(f"/proc/{pid}/task").iterdir():
            pids += [int(child) for child in (thread / "children").read_text().split()]
    return sum(_pss(pid) for pid in found) / 1024


def _pss(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise RuntimeError(os.strerror(2))
