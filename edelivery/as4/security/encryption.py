"""Encrypts the attachments, and nothing else, for the recipient (reference 7.4)."""

import os
from collections.abc import Iterator, Mapping

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from edelivery.as4.markup import Element, add
from edelivery.as4.namespaces import ds, wsse, wsse11, xenc, xenc11
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

KEY_LENGTH = 16
IV_LENGTH = 12
PADDING = OAEP(MGF1(hashes.SHA256()), hashes.SHA256(), None)


def write_encryption(
    security: Element, attachments: Mapping[str, Attachment], *, recipient: x509.Certificate, content_key: bytes, token: str
) -> None:
    """Recipient's token, EncryptedKey, one EncryptedData per attachment: the order peers expect."""
    write_token(security, recipient, f"G-{token}")
    _write_key(security, len(attachments), recipient, content_key, token)
    for number, (content_id, attachment) in enumerate(attachments.items()):
        _write_data(security, content_id, attachment.media_type, f"ED-{token}-{number}", token)


def encrypt(attachments: Mapping[str, Attachment], content_key: bytes) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Per attachment: a fresh IV, then ciphertext with its tag."""
    cipher = AESGCM(content_key)
    for content_id, attachment in attachments.items():
        iv = os.urandom(IV_LENGTH)
        yield content_id, (iv, cipher.encrypt(iv, attachment.octets, None))


def _write_key(security: Element, count: int, recipient: x509.Certificate, content_key: bytes, token: str) -> None:
    key = add(security, xenc("EncryptedKey"), attributes={"Id": f"EK-{token}"})
    method = add(key, xenc("EncryptionMethod"), attributes={"Algorithm": RSA_OAEP})
    add(method, ds("DigestMethod"), attributes={"Algorithm": SHA256})
    add(method, xenc11("MGF"), attributes={"Algorithm": MGF1_SHA256})
    write_token_reference(key, f"G-{token}")
    wrapped = recipient_key(recipient).encrypt(content_key, PADDING)
    add(add(key, xenc("CipherData")), xenc("CipherValue"), base64_text.encode(wrapped))
    references = add(key, xenc("ReferenceList"))
    for number in range(count):
        add(references, xenc("DataReference"), attributes={"URI": f"#ED-{token}-{number}"})


def _write_data(security: Element, content_id: str, media_type: str, identifier: str, token: str) -> None:
    data = add(security, xenc("EncryptedData"), attributes={"Id": identifier, "MimeType": media_type, "Type": ATTACHMENT_CONTENT_ONLY})
    add(data, xenc("EncryptionMethod"), attributes={"Algorithm": AES128_GCM})
    reference = add(add(data, ds("KeyInfo")), wsse("SecurityTokenReference"), attributes={wsse11("TokenType"): ENCRYPTED_KEY_TOKEN})
    add(reference, wsse("Reference"), attributes={"URI": f"#EK-{token}"})
    cipher = add(add(data, xenc("CipherData")), xenc("CipherReference"), attributes={"URI": f"cid:{content_id}"})
    add(add(cipher, xenc("Transforms")), ds("Transform"), attributes={"Algorithm": ATTACHMENT_CIPHERTEXT})
