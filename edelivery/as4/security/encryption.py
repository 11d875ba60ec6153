"""Encrypts the attachments, and nothing else, for the recipient (reference 7.4)."""

import os
from collections.abc import Iterator, Mapping, Sequence

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from edelivery.as4.security import base64_text
from edelivery.as4.security.algorithms import (
    AES128_GCM,
    ATTACHMENT_CIPHERTEXT,
    ATTACHMENT_CONTENT_ONLY,
    ENCRYPTED_KEY_TOKEN,
    MGF1_SHA256,
    RSA_OAEP,
    SHA256,
)
from edelivery.as4.security.attachments import Attachment
from edelivery.as4.security.certificates import recipient_key
from edelivery.as4.security.tokens import write_token, write_token_reference
from edelivery.as4.writing import element

KEY_LENGTH = 16
IV_LENGTH = 12
PADDING = OAEP(MGF1(hashes.SHA256()), hashes.SHA256(), None)

_KEY_TRANSPORT = element(
    "xenc:EncryptionMethod",
    element("ds:DigestMethod", Algorithm=SHA256),
    element("xenc11:MGF", Algorithm=MGF1_SHA256),
    Algorithm=RSA_OAEP,
)
_CONTENT_ENCRYPTION = element("xenc:EncryptionMethod", Algorithm=AES128_GCM)
_CIPHERTEXT_TRANSFORM = element("xenc:Transforms", element("ds:Transform", Algorithm=ATTACHMENT_CIPHERTEXT))


def write_encryption(attachments: Mapping[str, Attachment], *, recipient: x509.Certificate, content_key: bytes, token: str) -> str:
    """Recipient's token, EncryptedKey, one EncryptedData per attachment: the order peers expect."""
    named = {content_id: f"ED-{token}-{number}" for number, content_id in enumerate(attachments)}
    return "".join(
        [
            write_token(recipient, f"G-{token}"),
            _key(recipient_key(recipient).encrypt(content_key, PADDING), list(named.values()), token),
            *(_data(content_id, attachments[content_id].media_type, identifier, token) for content_id, identifier in named.items()),
        ]
    )


def encrypt(attachments: Mapping[str, Attachment], content_key: bytes) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Per attachment: a fresh IV, then ciphertext with its tag."""
    cipher = AESGCM(content_key)
    for content_id, attachment in attachments.items():
        iv = os.urandom(IV_LENGTH)
        yield content_id, (iv, cipher.encrypt(iv, attachment.octets, None))


def _key(wrapped: bytes, encrypted: Sequence[str], token: str) -> str:
    return element(
        "xenc:EncryptedKey",
        _KEY_TRANSPORT,
        write_token_reference(f"G-{token}"),
        element("xenc:CipherData", element("xenc:CipherValue", base64_text.encode(wrapped))),
        element("xenc:ReferenceList", *(element("xenc:DataReference", URI=f"#{identifier}") for identifier in encrypted)),
        Id=f"EK-{token}",
    )


def _data(content_id: str, media_type: str, identifier: str, token: str) -> str:
    key = element("wsse:SecurityTokenReference", element("wsse:Reference", URI=f"#EK-{token}"), **{"wsse11:TokenType": ENCRYPTED_KEY_TOKEN})
    return element(
        "xenc:EncryptedData",
        _CONTENT_ENCRYPTION,
        element("ds:KeyInfo", key),
        element("xenc:CipherData", element("xenc:CipherReference", _CIPHERTEXT_TRANSFORM, URI=f"cid:{content_id}")),
        Id=identifier,
        MimeType=media_type,
        Type=ATTACHMENT_CONTENT_ONLY,
    )
