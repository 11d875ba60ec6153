"""Certificates, known by their DER form and by nothing else.

Subject and issuer are not read on the way of a message: a real partner's certificate has a subject
that cannot be parsed (reference 15.2). The one exception is an issuer-and-serial reference.
"""

from datetime import datetime
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from edelivery.as4.errors import FAILED_AUTHENTICATION, As4Error
from edelivery.as4.policy import SecurityPolicy
from edm.errors import WrongConfiguration


@lru_cache(maxsize=256)
def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def recipient_key(certificate: x509.Certificate) -> RSAPublicKey:
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise WrongConfiguration("The recipient's certificate has no RSA key.")
    return key


def trusted_key(certificate: x509.Certificate, policy: SecurityPolicy, at: datetime | None) -> RSAPublicKey:
    """The key of a pinned certificate that may still be used at that moment."""
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey) or key.key_size < policy.minimum_rsa_bits:
        raise As4Error(FAILED_AUTHENTICATION, "The sender's key is too weak.")
    if at is not None and not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise As4Error(FAILED_AUTHENTICATION, "The sender's certificate is not valid now.")
    return key


def subject_key_identifier(certificate: x509.Certificate) -> bytes | None:
    """None also when the extensions cannot be parsed."""
    try:
        return certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return None


def is_issued_by(certificate: x509.Certificate, issuer: str) -> bool:
    """Compares parsed names: the same name is written in many ways."""
    try:
        return certificate.issuer == x509.Name.from_rfc4514_string(issuer)
    except ValueError:
        return False


def leaf_of_path(path: bytes) -> bytes:
    """The last certificate of a PKIPath: an ASN.1 SEQUENCE, anchor first. Raises ValueError."""
    start, end = _sequence_at(path, 0)
    if end != len(path) or start == end:
        raise ValueError("not a certificate path")
    while True:
        _, following = _sequence_at(path, start)
        if following == end:
            return path[start:end]
        if following > end:
            raise ValueError("not a certificate path")
        start = following


def _sequence_at(octets: bytes, position: int) -> tuple[int, int]:
    """Where the content of the SEQUENCE at `position` begins and where it ends."""
    if octets[position : position + 1] != b"\x30" or position + 2 > len(octets):
        raise ValueError("not a SEQUENCE")
    length, start = octets[position + 1], position + 2
    if length >= 0x80:
        start += length - 0x80
        length = int.from_bytes(octets[position + 2 : start])
    return start, start + length
