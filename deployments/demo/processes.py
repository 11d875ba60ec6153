"""The processes of the platform as children that are restarted when they die and stopped together."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STOP_SECONDS = 8.0
SHORTEST_LIFE = 2.0


@dataclass
class Child:
    """One process, in a process group of its own, writing to a log file."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    restarts: int = 0
    not_before: float = field(default=0.0)

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.started = time.monotonic()

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def restart_if_dead(self) -> bool:
        """True when it was dead and runs again; a child that dies at once is given a pause."""
        now = time.monotonic()
        if self.is_running() or now < self.not_before:
            return False
        self.signal(signal.SIGKILL)
        self.not_before = now + (SHORTEST_LIFE if now - self.started < SHORTEST_LIFE else 0.0)
        self.restarts += 1
        self.start()
        return True

    def signal(self, number: int) -> None:
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return


def stop_all(children: Sequence[Child]) -> None:
    """Ask all to end, and make them after a few seconds."""
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while time.monotonic() < deadline and any(child.is_running() for child in children):
        time.sleep(0.05)
    for child in children:
        child.signal(signal.SIGKILL)
        if child.process is not None:
            child.process.wait()
