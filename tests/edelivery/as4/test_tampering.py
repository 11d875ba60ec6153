"""Whatever is changed on the way, it is refused or it changed nothing that counts."""

from hypothesis import given
from hypothesis import strategies as st

from edelivery.as4.errors import As4Error, InvalidReceipt, UnreadableAnswer
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, Receipt, read_signal, verify_receipt, write_receipt
from tests.edelivery.as4.factories import NOON, berlin, opened, packed, request_part, user_message

SENT = packed(user_message(request_part(compressed=False), request_part(content_id="b@oots.eu")))
ARRIVED = opened(SENT.content_type, SENT.body)
RECEIPT = write_receipt(ARRIVED, signer=berlin(), message_id="receipt@de.localhost", now=NOON)

octets = st.binary(min_size=0, max_size=3)


def replaced(content: bytes, position: int, length: int, new: bytes) -> bytes:
    return content[:position] + new + content[position + length :]


@given(position=st.integers(0, len(SENT.body)), length=st.integers(0, 40), new=octets)
def test_a_message_changed_anywhere_is_refused_or_the_same_message(position, length, new):
    try:
        received = opened(SENT.content_type, replaced(SENT.body, position, length, new))
    except As4Error:
        return

    assert received.message == ARRIVED.message
    assert received.references == ARRIVED.references


@given(position=st.integers(0, len(RECEIPT)), length=st.integers(0, 40), new=octets)
def test_a_receipt_changed_anywhere_is_refused_or_the_same_receipt(position, length, new):
    try:
        receipt = read_signal(SIGNAL_CONTENT_TYPE, replaced(RECEIPT, position, length, new))
        assert isinstance(receipt, Receipt)
        verify_receipt(
            receipt, sent_message_id=user_message().message_id, sent_references=SENT.references, peer_certificate=berlin().certificate
        )
    except (InvalidReceipt, UnreadableAnswer):
        return

    assert (receipt.message_id, receipt.references) == ("receipt@de.localhost", SENT.references)
