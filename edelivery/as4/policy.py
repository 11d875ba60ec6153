"""Which algorithms and keys we accept: the eDelivery AS4 1.15 profile, as a value one can print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityPolicy:
    """What a message must satisfy before its content is believed."""

    minimum_rsa_bits: int = 2048
