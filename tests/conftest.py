"""What every test may ask for."""

import os
from pathlib import Path

import pytest

REFERENCE_DATA = Path(os.environ.get("OOTS_REFERENCE_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """The folder of real and official messages, which the project never contains."""
    if not REFERENCE_DATA.is_dir():
        pytest.skip(f"no reference data at {REFERENCE_DATA} (set OOTS_REFERENCE_DATA)")
    return REFERENCE_DATA


ALLOWED_SKIPS = Path(__file__).with_name("allowed_skips.txt")


def _allowed_skips() -> tuple[str, ...]:
    lines = (line.split("\t")[0].strip() for line in ALLOWED_SKIPS.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """In CI a skip without a written reason is a failure."""
    if os.environ.get("CI") != "true":
        return
    allowed = _allowed_skips()
    unexplained = [r.nodeid for r in terminalreporter.stats.get("skipped", []) if not r.nodeid.startswith(allowed or ("\0",))]
    if unexplained:
        terminalreporter.write_line(f"skipped without a reason in {ALLOWED_SKIPS.name}: {', '.join(unexplained)}", red=True)
        terminalreporter._session.exitstatus = pytest.ExitCode.TESTS_FAILED
