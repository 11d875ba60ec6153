"""Whole deployments as processes, started as a person starts them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 90


@dataclass(frozen=True)
class Running:
    """A deployment that answers."""

    name: str
    port: int
    state: Path
    variables: Mapping[str, str]
    output: Path

    @property
    def address(self) -> str:
        return f"https://localhost:{self.port}"

    @property
    def authority(self) -> Path:
        return self.state / "tls" / "ca.pem"

    def origin(self, country: str) -> str:
        return f"https://{country.lower()}.localhost:{self.port}"

    def note(self) -> dict[str, Any]:
        return json.loads((self.state / "demo.json").read_text())

    def manage(self, *arguments: str, check: bool = True, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            env=self.environment,
            cwd=ROOT,
            check=check,
            text=True,
            capture_output=True,
            timeout=120,
            **options,
        )

    @property
    def environment(self) -> dict[str, str]:
        return _environment(self.name, self.port, self.state, self.variables)

    def shell(self, code: str) -> str:
        """What `code` prints inside this deployment's Django."""
        return self.manage("shell", "-v", "0", "-c", code).stdout.strip()

    def kill(self, process: str) -> None:
        """kill -9 of `web` or `worker` with all its children."""
        os.killpg(self.note()["processes"][process], signal.SIGKILL)

    def rehearse(self, point: str) -> None:
        folder = self.state / "rehearsal"
        folder.mkdir(exist_ok=True)
        (folder / point).touch()

    def accident_happened(self, point: str) -> bool:
        return not (self.state / "rehearsal" / point).exists()


def _environment(name: str, port: int, state: Path, variables: Mapping[str, str]) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OOTS_", "DJANGO_SETTINGS"))}
    return kept | {"OOTS_DEPLOYMENT": name, "OOTS_PORT": str(port), "OOTS_STATE": str(state)} | dict(variables)


@contextmanager
def running(state: Path, *, name: str = "sandbox", variables: Mapping[str, str] | None = None) -> Iterator[Running]:
    """Start the supervisor as `make demo` does, wait until it greets, stop it afterwards."""
    state.mkdir(parents=True, exist_ok=True)
    port, output = free_port(), state.parent / f"{state.name}.out"
    variables = variables or {}
    with output.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "deployments.demo"],
            cwd=ROOT,
            env=_environment(name, port, state, variables),
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    deployment = Running(name, port, state, variables, output)
    try:
        _wait(process, deployment)
        yield deployment
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait(process: "subprocess.Popen[bytes]", deployment: Running) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if (deployment.state / "demo.json").exists():
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    logs = "\n".join(p.read_text(errors="replace")[-2000:] for p in (deployment.state / "logs").glob("*.log"))
    raise AssertionError(f"the deployment did not start:\n{deployment.output.read_text()}\n{logs}")
