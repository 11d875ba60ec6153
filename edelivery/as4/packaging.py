"""Packs a user message for the wire: compress, then sign, then encrypt (reference 6)."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography import x509

from edelivery.as4.compression import GZIP, compress
from edelivery.as4.envelopes import body_block, messaging_block, security_header, write_envelope
from edelivery.as4.header.identifiers import refuse_unless_writable
from edelivery.as4.header.writer import write_user_message
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import DigestReference, Part, UserMessage
from edelivery.as4.mime.writing import OCTETS, SOAP_UTF8, write_multipart
from edelivery.as4.security.attachments import Attachment, DigestForm, digest_form
from edelivery.as4.security.encryption import KEY_LENGTH, encrypt, write_encryption
from edelivery.as4.security.signing import Signed, sign
from edelivery.as4.writing import Block
from edm.errors import CallerMistake


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
    token = secrets.token_hex(16)
    attachments = {part.content_id: _as_it_travels(part) for part in message.parts}
    messaging, body = messaging_block(write_user_message(message), token), body_block(token)
    signed = _signed(body, messaging, attachments, signer, token)
    if not attachments:
        envelope = write_envelope(messaging, body, security_header(signed.xml))
        return Packed(SOAP_UTF8, envelope, signed.references, envelope)
    content_key = os.urandom(KEY_LENGTH)
    encryption = write_encryption(attachments, recipient=recipient, content_key=content_key, token=token)
    envelope = write_envelope(messaging, body, security_header(encryption, signed.xml))
    content_type, packed = write_multipart(envelope, encrypt(attachments, content_key), token=token)
    return Packed(content_type, packed, signed.references, envelope)


def _signed(body: Block, messaging: Block, attachments: Mapping[str, Attachment], signer: SigningIdentity, token: str) -> Signed:
    try:
        return sign((body, messaging), attachments, signer=signer, token=token)
    except ValueError as error:
        raise CallerMistake("A value of the message cannot be written into XML.") from error


def _as_it_travels(part: Part) -> Attachment:
    if part.compressed:
        return Attachment(GZIP, compress(part.content))
    # A peer canonicalises XML and normalises text before digesting, by the announced type:
    # as octets it digests exactly what we signed.
    is_raw = digest_form(part.media_type) is DigestForm.RAW
    return Attachment(part.media_type if is_raw else OCTETS, part.content)
