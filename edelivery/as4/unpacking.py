"""Opens what another access point sent: split, parse, decrypt, verify, decompress (reference 13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from edelivery.as4.identities import SigningIdentity
from edelivery.as4.limits import Limits
from edelivery.as4.messages import DigestReference, UserMessage
from edelivery.as4.policy import SecurityPolicy


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message as it claims to be: good for choosing certificates, nothing in it is verified."""

    user_message: UserMessage

    @property
    def message_id(self) -> str:
        return self.user_message.message_id


@dataclass(frozen=True, slots=True)
class Opened:
    """A verified message.

    `signed_header` is the SOAP envelope as received and `signed_info` the canonical ds:SignedInfo
    from which a receipt is written.
    """

    message: UserMessage
    references: tuple[DigestReference, ...]
    signer_certificate: x509.Certificate
    signed_header: bytes
    signed_info: bytes


def read_envelope(content_type: str, body: bytes, limits: Limits = Limits()) -> Envelope:  # noqa: B008 - a frozen value
    """Split and parse an inbound HTTP body. Raises As4Error with the code to answer."""
    raise NotImplementedError


def open_message(
    envelope: Envelope,
    *,
    own: SigningIdentity | Sequence[SigningIdentity],
    sender_certificate: x509.Certificate,
    policy: SecurityPolicy = SecurityPolicy(),  # noqa: B008 - a frozen value
    at: datetime | None = None,
) -> Opened:
    """The message decrypted, verified against the pinned certificate and decompressed. Raises As4Error.

    `at` is the moment the sender's certificate must be valid; None leaves validity unchecked.
    """
    raise NotImplementedError
