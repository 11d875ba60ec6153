"""Headers that others wrote: a real Domibus 5.2 and the published samples (reference 5 and 15)."""

import pytest
from lxml import etree

from edelivery.as4.errors import UnreadableAnswer
from edelivery.as4.header.reader import read_user_message
from edelivery.as4.header.writer import write_user_message
from edelivery.as4.limits import DEFAULT_LIMITS
from edelivery.as4.messages import DEFAULT_MPC
from edelivery.as4.namespaces import PREFIXES, eb
from edelivery.as4.signals import read_signal
from edelivery.as4.soap import read_soap

SAMPLES = "messages/*/ebms-header/*.xml"


def rewritten(message):
    return etree.fromstring(write_user_message(message).replace("<eb:UserMessage", f'<eb:UserMessage xmlns:eb="{PREFIXES["eb"]}"', 1))


def test_the_header_of_a_real_domibus_message_is_read(reference_data):
    content = (reference_data / "messages/domibus-5.2-envelopes/soap-envelope/incoming-reel-requete.xml").read_bytes()
    messaging = read_soap(content, DEFAULT_LIMITS).messaging

    message = read_user_message(messaging.find(eb("UserMessage")))

    assert (message.sender.id, message.receiver.id, message.mpc) == ("blue_gw", "blue_gw", DEFAULT_MPC)
    assert (message.service, message.action) == ("QueryManager", "ExecuteQueryRequest")
    assert [item.name for item in message.properties] == ["ExchangeId", "SpecificationId", "originalSender", "finalRecipient"]
    assert [item.type is None for item in message.properties] == [True, True, False, False]
    assert [(part.media_type, part.compressed) for part in message.parts] == [("application/x-ebrs+xml", False)]
    assert read_user_message(rewritten(message)) == message


def test_every_published_header_is_read_and_written_back(reference_data):
    files = sorted(reference_data.glob(SAMPLES))
    assert len(files) >= 9

    for file in files:
        message = read_user_message(etree.parse(file).getroot().find(eb("UserMessage")))

        assert message.parts, file.name
        assert read_user_message(rewritten(message)) == message, file.name


@pytest.mark.parametrize("name", ["incoming-reel-listeMessagesEnAttente", "incoming-reel-soumissionMessage"])
def test_an_answer_of_the_plugin_is_a_soap_envelope_but_no_signal(reference_data, name):
    content = (reference_data / f"messages/domibus-5.2-envelopes/soap-envelope/{name}.xml").read_bytes()

    with pytest.raises(UnreadableAnswer):
        read_signal("application/soap+xml;charset=UTF-8", content)
