"""Packs a user message for the wire: compress, then sign, then encrypt (reference 6)."""

import os
import secrets
from dataclasses import dataclass

from cryptography import x509

from edelivery.as4.compression import GZIP, compress
from edelivery.as4.header.identifiers import refuse_unless_writable
from edelivery.as4.header.writer import write_user_message
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import DigestReference, Part, UserMessage
from edelivery.as4.mime.writing import OCTETS, SOAP_UTF8, write_multipart
from edelivery.as4.security.attachments import Attachment, DigestForm, digest_form
from edelivery.as4.security.encryption import KEY_LENGTH, encrypt, write_encryption
from edelivery.as4.security.signing import sign
from edelivery.as4.soap import new_envelope


@dataclass(frozen=True, slots=True)
class Packed:
    """An HTTP request's content type and body, with what the receipt will have to confirm.

    `signed_header` is the SOAP envelope exactly as sent: the evidence of origin.
    """

    content_type: str
    body: bytes
    references: tuple[DigestReference, ...]
    signed_header: bytes


def pack(message: UserMessage, *, signer: SigningIdentity, recipient: x509.Certificate) -> Packed:
    """The message signed by `signer` and encrypted for `recipient`; resend the result, never pack twice."""
    refuse_unless_writable(message)
    token, content_key = secrets.token_hex(16), os.urandom(KEY_LENGTH)
    attachments = {part.content_id: _as_it_travels(part) for part in message.parts}
    soap = new_envelope(token)
    write_user_message(soap.messaging, message)
    if attachments:
        write_encryption(soap.security, attachments, recipient=recipient, content_key=content_key, token=token)
    references = sign(soap.security, (soap.body, soap.messaging), attachments, signer=signer, token=token)
    envelope = soap.to_bytes()
    if not attachments:
        return Packed(SOAP_UTF8, envelope, references, envelope)
    content_type, body = write_multipart(envelope, encrypt(attachments, content_key), token=token)
    return Packed(content_type, body, references, envelope)


def _as_it_travels(part: Part) -> Attachment:
    if part.compressed:
        return Attachment(GZIP, compress(part.content))
    # A peer canonicalises XML and normalises text before digesting, by the announced type:
    # as octets it digests exactly what we signed.
    is_raw = digest_form(part.media_type) is DigestForm.RAW
    return Attachment(part.media_type if is_raw else OCTETS, part.content)
