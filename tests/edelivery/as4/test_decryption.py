"""Every cause for which a message cannot be decrypted looks the same from outside (reference 13)."""

import os
import re
from base64 import b64encode

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP, PKCS1v15

from edelivery.as4.errors import FAILED_DECRYPTION, As4Error
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.security import decryption
from edelivery.as4.unpacking import open_message, read_envelope
from tests.edelivery.as4.factories import berlin, identity, lisbon, packed, request_part, user_message
from tests.edelivery.as4.forging import matched, swapped

SENT = packed(user_message(request_part(), request_part(content_id="b@oots.eu")))
VALUE = matched(SENT, "<xenc:CipherValue>[^<]*")
KEY_INFO = matched(SENT, '<ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#G-.*?</ds:KeyInfo>')
FIRST_TOKEN = matched(SENT, '<wsse:BinarySecurityToken [^>]*wsu:Id="G-[^<]*')


def wrapped(octets: bytes) -> tuple[str, bytes]:
    return swapped(SENT, VALUE, "<xenc:CipherValue>" + b64encode(octets).decode())


def with_content(change) -> tuple[str, bytes]:
    start = SENT.body.index(b"Content-ID: <request@oots.eu>\r\n\r\n") + len(b"Content-ID: <request@oots.eu>\r\n\r\n")
    end = SENT.body.index(b"\r\n--as4-", start)
    return SENT.content_type, SENT.body[:start] + change(SENT.body[start:end]) + SENT.body[end:]


def oaep(content_key: bytes, hash_: hashes.HashAlgorithm) -> bytes:
    return berlin().certificate.public_key().encrypt(content_key, OAEP(MGF1(hash_), hash_, None))


UNDECRYPTABLE = {
    "for another certificate": swapped(SENT, FIRST_TOKEN, re.sub(">.*", ">" + b64encode(b"another").decode(), FIRST_TOKEN)),
    "for no certificate": swapped(SENT, KEY_INFO, ""),
    "for a certificate that is not there": swapped(SENT, 'URI="#G-', 'URI="#H-'),
    "key garbled": wrapped(os.urandom(256)),
    "key wrapped by another padding": wrapped(berlin().certificate.public_key().encrypt(bytes(16), PKCS1v15())),
    "key wrapped with another hash": wrapped(oaep(bytes(16), hashes.SHA1())),
    "key of another": wrapped(identity("AP_FR_01").certificate.public_key().encrypt(bytes(16), PKCS1v15())),
    "key above the modulus": wrapped(b"\xff" * 256),
    "key zero": wrapped(bytes(256)),
    "key too short": wrapped(b"short"),
    "key too long": wrapped(bytes(512)),
    "key empty": wrapped(b""),
    "key not base64": swapped(SENT, VALUE, "<xenc:CipherValue>***"),
    "AES-256 key": wrapped(oaep(bytes(32), hashes.SHA256())),
    "another AES-128 key": wrapped(oaep(bytes(16), hashes.SHA256())),
    "first octet of the part": with_content(lambda content: bytes([content[0] ^ 1]) + content[1:]),
    "last octet of the part": with_content(lambda content: content[:-1] + bytes([content[-1] ^ 1])),
    "part cut": with_content(lambda content: content[:-1]),
    "part shorter than a tag": with_content(lambda content: content[:20]),
    "part shorter than its vector": with_content(lambda content: content[:5]),
    "part empty": with_content(lambda content: b""),
}


class CountingKey:
    """A private key that tells how often it was used."""

    def __init__(self, key):
        self._key = key
        self.uses = 0
        self.key_size = key.key_size

    def public_key(self):
        return self._key.public_key()

    def decrypt(self, ciphertext, padding):
        assert len(ciphertext) == self.key_size // 8  # a shorter one would be refused before any work
        self.uses += 1
        return self._key.decrypt(ciphertext, padding)


@pytest.mark.parametrize("cause", UNDECRYPTABLE.values(), ids=UNDECRYPTABLE.keys())
def test_every_cause_has_the_same_words_and_the_same_work(cause, monkeypatch):
    key, opened, open_part = CountingKey(berlin().private_key), [], decryption._open
    monkeypatch.setattr(decryption, "_open", lambda cipher, content: opened.append(content) or open_part(cipher, content))

    with pytest.raises(As4Error) as refusal:
        open_message(read_envelope(*cause), own=SigningIdentity(key, berlin().certificate), sender_certificate=lisbon().certificate)

    assert (refusal.value.code, refusal.value.explanation) == (FAILED_DECRYPTION, "The message cannot be decrypted.")
    assert refusal.value.__cause__ is None
    assert key.uses == 1
    assert len(opened) == 2


def test_the_private_key_is_chosen_by_the_token_and_never_by_trial():
    other, ours = CountingKey(identity("AP_DE_02").private_key), CountingKey(berlin().private_key)
    own = [SigningIdentity(other, identity("AP_DE_02").certificate), SigningIdentity(ours, berlin().certificate)]

    open_message(read_envelope(SENT.content_type, SENT.body), own=own, sender_certificate=lisbon().certificate)

    assert (other.uses, ours.uses) == (0, 1)


def test_a_part_without_its_own_key_reference_is_found_in_the_list_of_the_key():
    reference = matched(SENT, "<ds:KeyInfo><wsse:SecurityTokenReference wsse11:TokenType.*?</ds:KeyInfo>")
    sent = swapped(SENT, reference, "")

    opened = open_message(read_envelope(*sent), own=berlin(), sender_certificate=lisbon().certificate)

    assert len(opened.message.parts) == 2
