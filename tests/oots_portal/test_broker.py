"""The broker of one machine: a message is seen whole or not at all."""

from concurrent.futures import ThreadPoolExecutor
from queue import Empty

import pytest
from kombu import Connection

from oots_portal import celery
from oots_portal.broker import Channel


@pytest.fixture
def channel(tmp_path):
    options = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path), "control_folder": str(tmp_path / "control")}
    with Connection("filesystem://localhost", transport_options=options) as connection:
        yield connection.channel()


def test_the_filesystem_broker_is_ours(channel):
    assert celery.app
    assert type(channel) is Channel


def test_what_is_put_comes_out_once(channel):
    channel._put("oots", {"body": "one"})

    assert channel._get("oots") == {"body": "one"}
    with pytest.raises(Empty):
        channel._get("oots")


def test_an_unfinished_message_is_nobodys(channel, tmp_path):
    (tmp_path / "unfinished-1").write_bytes(b"")

    with pytest.raises(Empty):
        channel._get("oots")


def test_a_consumer_never_meets_half_a_message(channel):
    def put(number: int) -> None:
        channel._put("oots", {"number": number, "body": "x" * 20_000})

    taken = []
    with ThreadPoolExecutor(1) as pool:
        sending = pool.map(put, range(300))
        while len(taken) < 300:
            try:
                taken.append(channel._get("oots")["number"])
            except Empty:
                continue
        list(sending)

    assert sorted(taken) == list(range(300))
