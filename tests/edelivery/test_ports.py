"""The adapters of the ports keep the promise of their interface."""

import pytest

from deployments import service as deployments
from deployments.outbound import Answer
from edelivery import service
from edelivery.gateways.in_memory import InMemoryGateway
from edelivery.hosts import host_of
from edelivery.ports import gateway, resolver, transport
from edelivery.resolvers.in_memory import InMemoryResolver
from edelivery.transport.http import HttpTransport
from edelivery.transport.in_memory import InMemoryTransport
from edm.errors import ServiceUnavailable
from tests.edelivery.factories import GERMANY, outbound


def test_the_settings_choose_the_adapters(settings):
    settings.OOTS = settings.OOTS | {
        "GATEWAY": "edelivery.gateways.in_memory.InMemoryGateway",
        "TRANSPORT": "edelivery.transport.in_memory.InMemoryTransport",
        "PARTY_RESOLVER": "edelivery.resolvers.in_memory.InMemoryResolver",
    }

    assert isinstance(gateway(), InMemoryGateway)
    assert isinstance(transport(), InMemoryTransport)
    assert isinstance(resolver(), InMemoryResolver)


def test_without_a_setting_messages_cross_http(settings):
    settings.OOTS = {name: value for name, value in settings.OOTS.items() if name != "TRANSPORT"}

    assert isinstance(transport(), HttpTransport)


def test_http_goes_through_the_one_outbound_door(monkeypatch):
    class Door:
        def post(self, url, *, headers, body):
            self.called = (url, headers, body)
            return Answer(200, {"content-type": "application/soap+xml"}, b"<receipt/>")

    door = Door()
    monkeypatch.setattr(deployments, "outbound", lambda: door)

    answer = HttpTransport().post("https://de.example/as4 ", content_type="multipart/related", body=b"bytes")

    assert door.called == ("https://de.example/as4", {"Content-Type": "multipart/related"}, b"bytes")
    assert (answer.status, answer.content_type, answer.body) == (200, "application/soap+xml", b"<receipt/>")


def test_the_gateway_in_memory_keeps_what_it_is_given(settings):
    settings.OOTS = settings.OOTS | {"GATEWAY": "edelivery.gateways.in_memory.InMemoryGateway"}
    message = outbound()

    service.submit(message)

    assert gateway().outbox[-1] == message


def test_nobody_answers_in_memory_unless_told():
    with pytest.raises(ServiceUnavailable):
        InMemoryTransport().post("https://de.example/as4", content_type="", body=b"")


def test_a_resolver_in_memory_knows_whom_it_is_told():
    assert InMemoryResolver().party(GERMANY) is None
    assert InMemoryResolver().own_identity(GERMANY) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://DE.localhost:8443/preview/x", "de.localhost:8443"),
        ("https://preview.example:443/", "preview.example"),
        ("https://preview.example", "preview.example"),
        ("no address", ""),
        ("https://preview.example:port/", ""),
    ],
)
def test_hosts_are_compared_without_case_and_without_the_usual_port(url, host):
    assert host_of(url) == host
