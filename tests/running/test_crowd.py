"""Twenty citizens at once on the demonstration's own threads: a page never waits for a server that waits for it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from oots_portal.stranger.browser import Browser
from oots_portal.stranger.journey import Citizen
from tests.running.deployments import running

pytestmark = pytest.mark.running
CITIZENS = 20


def test_twenty_citizens_start_at_once_and_all_arrive(tmp_path):
    with running(tmp_path / "state") as fresh, ThreadPoolExecutor(CITIZENS) as crowd:

        def arrive(_number):
            citizen = Citizen(Browser(fresh.authority), fresh.origin("PT"))
            return citizen.sign_in("HR", "P16").status

        assert list(crowd.map(arrive, range(CITIZENS))) == [200] * CITIZENS
