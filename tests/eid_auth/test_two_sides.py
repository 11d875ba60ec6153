"""The login and the node share no code: an error in common would hide in both."""

import ast
from pathlib import Path

import pytest

import eid_auth

FOLDER = Path(eid_auth.__file__).parent
SIDES = {"service_provider": "eid_auth.mock_node", "mock_node": "eid_auth.service_provider"}


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("side", SIDES)
def test_neither_side_imports_the_other(side):
    for path in (FOLDER / side).rglob("*.py"):
        assert not any(name.startswith(SIDES[side]) for name in imported(path)), path


def test_the_node_does_not_use_the_library_of_the_login():
    for path in (FOLDER / "mock_node").rglob("*.py"):
        assert not any(name.startswith("onelogin") for name in imported(path)), path


def test_neither_side_shows_a_page_of_the_other():
    assert not list((FOLDER / "mock_node" / "templates").rglob("*eid_auth*"))
    assert not any("eid_auth/" in path.read_text() for path in (FOLDER / "mock_node" / "templates").rglob("*.html"))
    assert not any("mock_eidas/" in path.read_text() for path in (FOLDER / "service_provider" / "templates").rglob("*.html"))
