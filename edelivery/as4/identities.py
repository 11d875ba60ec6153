"""With whose key we sign and decrypt."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


@dataclass(frozen=True, slots=True)
class SigningIdentity:
    """An access point's private key and the certificate its partners pinned."""

    private_key: RSAPrivateKey
    certificate: x509.Certificate
