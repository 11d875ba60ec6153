"""How long `make demo` takes until it greets, on a fresh copy of the tree: with and without an environment."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.verdict import Figure
from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[1]


def figures() -> Iterator[Figure]:
    """Cold: nothing cached, no environment. Warm: packages cached. Again: environment and state are there."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        yield Figure(
            "make demo on a fresh clone, package caches empty", _until_ready(clone, {"UV_NO_CACHE": "1", "PIP_NO_CACHE_DIR": "1"}), "s", 60
        )
        shutil.rmtree(clone / ".venv")
        shutil.rmtree(clone / ".state")
        yield Figure("make demo on a fresh clone, package caches warm", _until_ready(clone, {}), "s", 30)
        yield Figure("make demo again", _until_ready(clone, {}), "s")


def _until_ready(clone: Path, variables: dict[str, str]) -> float:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OOTS_", "DJANGO", "MAKE"))}
    started = time.monotonic()
    process = subprocess.Popen(
        ["make", "demo", f"PORT={free_port()}"], cwd=clone, env=environment | variables, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while not (clone / ".state" / "demo.json").exists():
            if process.poll() is not None:
                raise RuntimeError("make demo ended before it was ready")
            time.sleep(0.05)
        return time.monotonic() - started
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        while (clone / ".state" / "demo.json").exists():
            time.sleep(0.05)
        time.sleep(0.5)
