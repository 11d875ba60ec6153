"""Which algorithms and keys we accept: the eDelivery AS4 1.15 profile, as a value one can print."""

from collections.abc import Container
from dataclasses import dataclass

from edelivery.as4.errors import POLICY_NONCOMPLIANCE, As4Error
from edelivery.as4.security import algorithms


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityPolicy:
    """What a message must satisfy before its content is believed; what is not listed is refused."""

    canonicalisations: frozenset[str] = frozenset({algorithms.EXCLUSIVE_C14N})
    signatures: frozenset[str] = frozenset({algorithms.RSA_SHA256})
    digests: frozenset[str] = frozenset({algorithms.SHA256})
    key_transports: frozenset[str] = frozenset({algorithms.RSA_OAEP})
    mask_generations: frozenset[str] = frozenset({algorithms.MGF1_SHA256})
    content_encryptions: frozenset[str] = frozenset({algorithms.AES128_GCM})
    minimum_rsa_bits: int = 2048
    maximum_references: int = 40


PROFILE = SecurityPolicy()


def refuse_unless_allowed(algorithm: str | None, allowed: Container[str | None], what: str) -> None:
    """An algorithm that is not named counts as its old default, which is never allowed."""
    if algorithm not in allowed:
        raise As4Error(POLICY_NONCOMPLIANCE, f"The {what} algorithm is not one of the profile.")
