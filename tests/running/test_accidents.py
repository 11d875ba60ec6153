"""kill -9 before and after each effect: everything goes on, nothing is lost, nothing happens twice.

How long it takes is measured by `benchmarks/recovery.py`.
"""

import json
import os
import signal
import threading
import time

import pytest

pytestmark = pytest.mark.running
WEB = ["receiving.before", "receiving.after", "deciding.before", "deciding.after"]
WORKER = ["sending.before", "sending.after", "answering.before", "answering.after"]
COUNTS = """
import json
import os
import signal
from collections import Counter
from edelivery.models import InboxMessage, OutboxMessage
from exchange_log.models import LogEntry
from evidence_exchange.models import EvidencePiece
print(json.dumps({
    "sent": OutboxMessage.objects.count(),
    "received": InboxMessage.objects.count(),
    "undelivered": InboxMessage.objects.exclude(state="delivered").count(),
    "unacknowledged": OutboxMessage.objects.exclude(state="acknowledged").count(),
    "decisions": LogEntry.objects.filter(event="preview_decided").count(),
    "answers": LogEntry.objects.filter(event="response_sent").count(),
    "pieces": EvidencePiece.objects.count(),
}))
"""


def counts(deployment):
    return json.loads(deployment.shell(COUNTS))


class Walk(threading.Thread):
    """One citizen, who presses a button again when a page did not come."""

    def __init__(self, deployment):
        super().__init__()
        self._deployment = deployment
        self.done = None

    def run(self):
        self.done = self._deployment.manage("run_exchange", "--patient", "--json", check=False)


@pytest.mark.parametrize("point", WEB + WORKER)
def test_an_accident_costs_seconds_and_nothing_else(deployment, point):
    before = counts(deployment)
    deployment.rehearse(point)
    walk = Walk(deployment)
    walk.start()
    while not deployment.accident_happened(point) and walk.is_alive():
        time.sleep(0.05)

    walk.join()

    assert deployment.accident_happened(point)
    report = json.loads(walk.done.stdout)
    assert report["complaints"] == []
    grown = {name: number - before[name] for name, number in counts(deployment).items()}
    assert grown["sent"] == grown["received"] == 4
    assert grown["undelivered"] == grown["unacknowledged"] == 0
    assert grown["decisions"] == grown["answers"] == grown["pieces"] == 1


@pytest.mark.parametrize("process", ["web", "worker"])
def test_a_killed_process_is_started_again(deployment, process):
    deployment.kill(process)
    time.sleep(1.5)

    done = deployment.manage("run_exchange", "--patient", "--json", check=False)

    assert json.loads(done.stdout)["complaints"] == []


def test_with_the_worker_stopped_the_exchange_does_not_end(sandbox):

    group = sandbox.note()["processes"]["worker"]
    os.killpg(group, signal.SIGSTOP)
    try:
        done = sandbox.manage("run_exchange", check=False)
    finally:
        os.killpg(group, signal.SIGCONT)

    assert done.returncode == 1
