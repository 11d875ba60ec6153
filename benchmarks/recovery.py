"""How long an accident holds an exchange up: kill -9 before and after each effect, against the same exchange undisturbed."""

import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.verdict import Figure
from tests.running.deployments import Running, running

POINTS = [f"{effect}.{moment}" for effect in ("sending", "receiving", "deciding", "answering") for moment in ("before", "after")]
BOUND_SECONDS = 10.0


def figures() -> Iterator[Figure]:
    """Seconds until everything is settled, receipts included, beyond what the undisturbed exchange takes."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "state", variables={"OOTS_REHEARSE": "True"}) as demo:
        _settled(demo)
        undisturbed = statistics.median(_settled(demo) for _ in range(3))
        yield Figure("an undisturbed exchange, walked and settled", undisturbed, "s")
        for point in POINTS:
            demo.rehearse(point)
            took = _settled(demo)
            if not demo.accident_happened(point):
                raise RuntimeError(f"the accident at {point} did not happen")
            yield Figure(f"kill -9 at {point}: held up by", took - undisturbed, "s", BOUND_SECONDS)


def _settled(demo: Running) -> float:
    started = time.monotonic()
    done = demo.manage("run_exchange", "--patient", "--json", check=False)
    report = json.loads(done.stdout)
    if not report["passed"]:
        raise RuntimeError("; ".join(report["complaints"]))
    return time.monotonic() - started
