"""Packs a user message for the wire: compress, then sign, then encrypt (reference 6)."""

from dataclasses import dataclass

from cryptography import x509

from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import DigestReference, UserMessage


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
    raise NotImplementedError
