import shutil

import pytest

from tests.running.deployments import running
from tests.servers import ServerMissing, both


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory):
    """The sandbox on SQLite and the filesystem broker, as a fresh clone starts it."""
    state = tmp_path_factory.mktemp("sandbox") / "state"
    with running(state, variables={"OOTS_REHEARSE": "True"}) as deployment:
        yield deployment


@pytest.fixture(scope="session")
def served_sandbox(tmp_path_factory):
    """The sandbox on PostgreSQL and Redis."""
    state = tmp_path_factory.mktemp("served") / "state"
    try:
        with both() as variables, running(state, variables=dict(variables) | {"OOTS_REHEARSE": "True"}) as deployment:
            yield deployment
    except ServerMissing as reason:
        pytest.skip(str(reason))


@pytest.fixture(params=["sqlite", "postgresql"])
def deployment(request):
    """Each test once on either pair of database and broker."""
    return request.getfixturevalue({"sqlite": "sandbox", "postgresql": "served_sandbox"}[request.param])


@pytest.fixture(scope="session")
def chromium():
    """A headless browser of this machine."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine")
    arguments = [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()
