"""A private PostgreSQL cluster and a private Redis for the length of a run.

`python -m tests.servers ARGUMENTS` runs pytest with ARGUMENTS against both. Where a server is not installed the run is
skipped with one sentence, or fails when CI is true.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path


class ServerMissing(Exception):
    """The sentence to show."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _postgresql_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    if found:
        return found[0].parent
    if on_path:
        return Path(on_path).parent
    raise ServerMissing("PostgreSQL is not installed (initdb is missing).")


@contextmanager
def postgresql() -> Iterator[str]:
    """The URL of a fresh database."""
    programs = _postgresql_programs()
    folder = Path(tempfile.mkdtemp(prefix="oots-postgresql-"))
    port = free_port()
    # PostgreSQL refuses to run as root.
    prefix: list[str] = []
    if os.getuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        prefix = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    data = folder / "data"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
    subprocess.run(
        [*prefix, programs / "initdb", "-D", data, "-U", "oots", "-A", "trust", "-E", "UTF8"], check=True, capture_output=True, cwd=folder
    )
    subprocess.run(
        [*prefix, programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"],
        check=True,
        capture_output=True,
        cwd=folder,
    )
    try:
        subprocess.run([*prefix, programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "oots", "oots"], check=True, cwd=folder)
        yield f"postgres://oots@127.0.0.1:{port}/oots"
    finally:
        subprocess.run([*prefix, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=False, capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def redis() -> Iterator[str]:
    """The URL of an empty Redis."""
    program = shutil.which("redis-server")
    if program is None:
        raise ServerMissing("Redis is not installed (redis-server is missing).")
    port = free_port()
    process = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ServerMissing(f"The server on port {port} did not start.")


@contextmanager
def both() -> Iterator[Mapping[str, str]]:
    """The environment variables that point a deployment at a fresh PostgreSQL and an empty Redis."""
    with ExitStack() as stack:
        yield {"OOTS_DATABASE_URL": stack.enter_context(postgresql()), "OOTS_BROKER_URL": stack.enter_context(redis())}


def main(arguments: list[str]) -> int:
    try:
        with both() as variables:
            state = tempfile.mkdtemp(prefix="oots-test-state-")
            environment = os.environ | variables | {"OOTS_STATE": state}
            try:
                return subprocess.run([sys.executable, "-m", "pytest", *arguments], env=environment, check=False).returncode
            finally:
                shutil.rmtree(state, ignore_errors=True)
    except ServerMissing as reason:
        sys.stderr.write(f"SKIPPED: the tests on PostgreSQL and Redis: {reason}\n")
        return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
