"""`make demo` as a person meets it: clear sentences, one state folder, a quick end."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.running.deployments import ROOT
from tests.servers import free_port

pytestmark = pytest.mark.running


def demo(**variables):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OOTS_", "DJANGO_SETTINGS"))}
    return subprocess.run(
        [sys.executable, "-m", "deployments.demo"],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_a_clear_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        done = demo(OOTS_PORT=port, OOTS_STATE=str(tmp_path / "state"))

    assert done.returncode == 2
    assert f"Port {port} is taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_a_clear_sentence(tmp_path):
    (tmp_path / "file").write_text("")

    done = demo(OOTS_PORT=str(free_port()), OOTS_STATE=str(tmp_path / "file" / "state"))

    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_deployment_is_a_clear_sentence(tmp_path):
    done = demo(OOTS_DEPLOYMENT="atlantis", OOTS_STATE=str(tmp_path / "state"))

    assert done.returncode == 2
    assert "there are: finland, sandbox" in done.stderr


def test_an_old_python_is_a_clear_sentence(tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\ntest "$1" = --version && echo Python 3.9.1 && exit 0\nexit 1\n')
    old.chmod(0o755)

    done = subprocess.run(
        ["make", "python-is-new-enough", f"PYTHON={old}"], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )

    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr


def test_a_second_demonstration_in_the_same_folder_is_refused(sandbox):
    done = demo(OOTS_PORT=str(free_port()), OOTS_STATE=str(sandbox.state))

    assert done.returncode == 2
    assert "Another demonstration uses the state folder" in done.stderr


def test_the_demonstration_listens_on_loopback_only(sandbox):
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:] + Path("/proc/net/tcp6").read_text().splitlines()[1:]
    port = f"{sandbox.port:04X}"
    listening = [line.split()[1].split(":")[0] for line in lines if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"]

    assert listening == ["0100007F"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_everything_stops_and_nothing_is_left_behind(tmp_path, number):
    state, port = tmp_path / "state", free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OOTS_", "DJANGO_SETTINGS"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "deployments.demo"],
        cwd=ROOT,
        env=environment | {"OOTS_PORT": str(port), "OOTS_STATE": str(state)},
        stdout=subprocess.DEVNULL,
    )
    while not (state / "demo.json").exists() and process.poll() is None:
        time.sleep(0.1)

    process.send_signal(number)

    assert process.wait(timeout=10) == 0
    left = subprocess.run(["pgrep", "-f", str(state)], capture_output=True, text=True, check=False).stdout
    assert left == ""
    assert not (state / "demo.json").exists()
