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
