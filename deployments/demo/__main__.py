"""Prepare the state folder, start web server and worker, print the address, watch, stop everything on INT or TERM."""

import fcntl
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Mapping
from http.client import HTTPException, HTTPSConnection
from pathlib import Path
from types import FrameType
from typing import IO

from deployments.demo.processes import Child, stop_all

ROOT = Path(__file__).resolve().parents[2]
THREADS = "8"
READY_SECONDS = 60


class CannotStart(Exception):
    """The reason, as a sentence for whoever typed the command."""


def main() -> int:
    try:
        return _run()
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 2


def _run() -> int:
    name = os.environ.get("OOTS_DEPLOYMENT", "sandbox")
    port = _port()
    state = Path(os.environ.get("OOTS_STATE", ROOT / ".state")).expanduser().resolve()
    environment = os.environ | {"OOTS_DEPLOYMENT": name, "OOTS_PORT": str(port), "OOTS_STATE": str(state)}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "oots_portal.settings.demo")
    # glibc gives each thread a heap of its own otherwise, and what is freed in one is not used by another.
    environment.setdefault("MALLOC_ARENA_MAX", "2")
    _refuse_unknown(name)
    lock = _own(state)
    _refuse_taken(port)
    for folder in ("broker/queue", "broker/control", "logs"):
        (state / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
    _prepare(environment)
    children = [_web(port, state, environment), _worker(state, environment)]
    return _serve(children, name, port, state, lock)


def _serve(children: list[Child], name: str, port: int, state: Path, lock: IO[str]) -> int:
    stopping = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    note = state / "demo.json"
    try:
        for child in children:
            child.start()
        _wait_until_ready(port, state, lambda: stopping)
        if not stopping:
            note.write_text(json.dumps(_note(name, port, children)))
            _greet(name, port, state)
        while not stopping:
            time.sleep(0.2)
            for child in children:
                if child.restart_if_dead():
                    sys.stdout.write(f"{child.name} had stopped and was started again; see {child.log}\n")
                    sys.stdout.flush()
                    note.write_text(json.dumps(_note(name, port, children)))
    finally:
        note.unlink(missing_ok=True)
        stop_all(children)
        lock.close()
    return 0


def _note(name: str, port: int, children: list[Child]) -> Mapping[str, object]:
    pids = {child.name: child.process.pid if child.process else None for child in children}
    return {"deployment": name, "port": port, "address": f"https://localhost:{port}", "supervisor": os.getpid(), "processes": pids}


def _port() -> int:
    value = os.environ.get("OOTS_PORT", "8443")
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise CannotStart(f"PORT must be a number between 1 and 65535, not {value!r}.")
    return int(value)


def _refuse_unknown(name: str) -> None:
    path = Path(os.environ.get("OOTS_DEPLOYMENTS", ROOT / "deployments")) / f"{name}.toml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in path.parent.glob("*.toml")))
        raise CannotStart(f"There is no deployment {name!r}; there are: {known}.")
    if tomllib.loads(path.read_text(encoding="utf-8")).get("environment") != "sandbox":
        raise CannotStart(f"{name} is no sandbox; `make demo` starts sandboxes only.")


def _own(state: Path) -> IO[str]:
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (state / "demo.lock").open("w")
    except OSError as fault:
        raise CannotStart(f"The state folder {state} cannot be written: {fault.strerror}. Choose another with STATE=FOLDER.") from fault
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        raise CannotStart(f"Another demonstration uses the state folder {state}. Stop it, or choose another with STATE=FOLDER.") from fault
    return lock


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError as fault:
            raise CannotStart(f"Port {port} needs more rights. Choose another with PORT=9443.") from fault
        except OSError as fault:
            raise CannotStart(f"Port {port} is taken by another program. Choose another with PORT=9443.") from fault


def _prepare(environment: Mapping[str, str]) -> None:
    done = subprocess.run([sys.executable, str(ROOT / "manage.py"), "prepare_demo"], cwd=ROOT, env=dict(environment), check=False)
    if done.returncode != 0:
        raise CannotStart("The state folder could not be prepared; the reason stands above. `make reset` starts afresh.")


def _web(port: int, state: Path, environment: Mapping[str, str]) -> Child:
    tls = state / "tls"
    command = [
        str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--blocking-threads", THREADS, "--backlog", "256", "--respawn-failed-workers", "--workers-kill-timeout", "4",
        "--ssl-certificate", str(tls / "server.pem"), "--ssl-keyfile", str(tls / "server.key"), "--no-ws", "--log-level", "warning",
        "oots_portal.wsgi:application",
    ]  # fmt: skip
    return Child("web", command, environment, state / "logs" / "web.log")


def _worker(state: Path, environment: Mapping[str, str]) -> Child:
    command = [
        sys.executable, "-m", "celery", "-A", "oots_portal", "worker", "--beat", "--schedule", str(state / "broker" / "schedule"),
        "--pool", "threads", "--concurrency", "4", "--loglevel", "WARNING", "--without-gossip", "--without-mingle", "--without-heartbeat",
    ]  # fmt: skip
    return Child("worker", command, environment, state / "logs" / "worker.log")


def _wait_until_ready(port: int, state: Path, is_stopping: Callable[[], bool]) -> None:
    context = ssl.create_default_context(cafile=str(state / "tls" / "ca.pem"))
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and not is_stopping():
        connection = HTTPSConnection("localhost", port, context=context, timeout=5)
        try:
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    if not is_stopping():
        raise CannotStart(f"The platform did not become ready within {READY_SECONDS} seconds; see {state / 'logs'}.")


def _greet(name: str, port: int, state: Path) -> None:
    sys.stdout.write(
        f"\nThe {name} deployment is ready: https://localhost:{port}\n"
        f"To trust its certificate, import this authority into your browser (it can sign for localhost only): {state / 'tls' / 'ca.pem'}\n"
        "Log in to procedures with any person the eIDAS test node offers. Ctrl-C stops everything.\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
