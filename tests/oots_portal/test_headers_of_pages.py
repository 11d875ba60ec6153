"""Every page a citizen can meet is guarded, and none that is about them is kept by a browser or on the way."""

import pytest

from tests.house.responses import assert_guarded, assert_never_kept
from tests.oots_portal.pages import PAGES

PUBLIC = {
    "start", "checklist", "forecast", "sign-in", "sign-in-error", "upload-instead", "directory-pending", "directory-failed",
    "privacy", "accessibility", "not-found", "provider-home",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_guarded(name: str, request: pytest.FixtureRequest, db: None) -> None:
    page = PAGES[name](*(request.getfixturevalue(f) for f in ("ask", "citizen", "exchanges", "directories")))

    assert_guarded(page)
    if name not in PUBLIC:
        assert_never_kept(page)
