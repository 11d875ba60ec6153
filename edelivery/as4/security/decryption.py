"""Decrypts the attachments. Whatever goes wrong, the answer and the work done are the same (reference 13).

A sender that could tell a wrong padding from a wrong tag would have an oracle for our private key.
So a key that cannot be unwrapped, or is not meant for us, is replaced by a random one, and every
attachment is tried to its end.
"""

import os
from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from edelivery.as4.errors import FAILED_DECRYPTION, As4Error
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.markup import Element
from edelivery.as4.mime.splitting import MimePart
from edelivery.as4.security.attachments import Attachment
from edelivery.as4.security.encrypted_parts import EncryptedParts
from edelivery.as4.security.encryption import IV_LENGTH, KEY_LENGTH, PADDING
from edelivery.as4.security.tokens import names_certificate


def decrypt(
    encrypted: EncryptedParts, parts: Mapping[str, MimePart], own: Sequence[SigningIdentity], nodes: Mapping[str, Element]
) -> dict[str, Attachment]:
    """The attachments in the clear, with the type announced when they were signed."""
    cipher = AESGCM(_content_key(encrypted, own, nodes))
    opened = {content_id: _open(cipher, part.content) for content_id, part in parts.items()}
    clear = {
        content_id: Attachment(encrypted.media_types[content_id], octets) for content_id, octets in opened.items() if octets is not None
    }
    if len(clear) != len(parts):
        raise As4Error(FAILED_DECRYPTION, "The message cannot be decrypted.")
    return clear


def _content_key(encrypted: EncryptedParts, own: Sequence[SigningIdentity], nodes: Mapping[str, Element]) -> bytes:
    meant = [identity for identity in own if names_certificate(encrypted.key_info, identity.certificate, nodes)]
    unwrapped = _unwrap((meant or own)[0], encrypted.wrapped_key)
    return unwrapped if meant and len(unwrapped) == KEY_LENGTH else os.urandom(KEY_LENGTH)


def _unwrap(identity: SigningIdentity, wrapped: bytes) -> bytes:
    size, modulus = (identity.private_key.key_size + 7) // 8, identity.private_key.public_key().public_numbers().n
    if len(wrapped) != size or int.from_bytes(wrapped) >= modulus:
        wrapped = bytes(size - 1) + b"\x02"  # refused unread by the library otherwise, and so sooner
    try:
        return identity.private_key.decrypt(wrapped, PADDING)
    except ValueError:
        return b""


def _open(cipher: AESGCM, content: memoryview) -> bytes | None:
    try:
        return cipher.decrypt(bytes(content[:IV_LENGTH]).ljust(IV_LENGTH, b"\0"), content[IV_LENGTH:], None)
    except InvalidTag:
        return None
