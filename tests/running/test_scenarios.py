"""Every declared scenario against a running deployment, on SQLite with files and on PostgreSQL with Redis."""

import json

import pytest

from oots_portal.stranger.scenarios import SCENARIOS

pytestmark = pytest.mark.running
FIRST_FIVE = ["approved", "refused", "nothing-found", "no-unique-match", "timeout"]


@pytest.mark.parametrize("scenario", [s.name for s in SCENARIOS])
def test_the_exchange_ends_as_the_scenario_declares(deployment, scenario):
    done = deployment.manage("run_exchange", "--scenario", scenario, "--json", check=False)

    report = json.loads(done.stdout)
    assert report["complaints"] == []
    assert done.returncode == 0


def test_the_scenarios_are_listed_name_first(sandbox):
    names = [line.split()[0] for line in sandbox.manage("run_exchange", "--list").stdout.splitlines()]

    assert names[:5] == FIRST_FIVE


def test_without_a_running_demonstration_one_sentence_and_exit_3(sandbox, tmp_path):
    elsewhere = type(sandbox)(sandbox.name, sandbox.port, tmp_path, {}, tmp_path / "out")

    done = elsewhere.manage("run_exchange", check=False)

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "make demo" in done.stderr


def test_a_trace_holds_what_crossed_http(sandbox, tmp_path):
    folder = tmp_path / "trace"

    sandbox.manage("run_exchange", "--trace", str(folder))

    index = json.loads((folder / "index.json").read_text())
    assert [m["action"] for m in index] == ["ExecuteQueryRequest", "ExceptionResponse", "ExecuteQueryRequest", "ExecuteQueryResponse"]
    assert folder.stat().st_mode & 0o777 == 0o700
    for message in index:
        place = folder / message["folder"]
        body = (place / "body").read_bytes()
        assert message["message_id"].encode() in body
        assert message["receipt"] == "verified"
        assert message["message_id"].encode() in (place / "receipt").read_bytes()
        assert b"Gro\xc3\x9f" not in body
        assert b"query:Query" in (place / "part-1").read_bytes()
    assert (folder / index[3]["folder"] / "part-2").read_bytes().startswith(b"%PDF")
    assert index[0]["sender"] == index[1]["receiver"]
