"""From the leaf of a signature up to a certificate we anchor (chapter 3.3, step 4).

A library profile made for TLS refuses the Commission's leaf, which has neither basic constraints nor an extended key
usage; so the path is walked here, rule by rule.
"""

from datetime import datetime
from itertools import pairwise
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes

from edm.errors import CorrespondentFault

LONGEST_CHAIN = 6
Extension = TypeVar("Extension", bound=x509.ExtensionType)


class NotTrusted(CorrespondentFault):
    """The answer is not signed as chapter 3.3 asks, or by nobody we trust."""


def anchored_root(chain: tuple[x509.Certificate, ...], trusted_roots: frozenset[str], at: datetime) -> str:
    """The fingerprint of the trusted certificate the chain leads to, leaf first; a root in the chain proves nothing by itself."""
    if not 2 <= len(chain) <= LONGEST_CHAIN:
        raise NotTrusted(f"The chain has {len(chain)} certificates.")
    _refuse_unless_may_sign(chain[0], at)
    for depth, (certificate, issuer) in enumerate(pairwise(chain)):
        _refuse_unless_issued_by(certificate, issuer, at, authorities_below=depth)
        if (root := _fingerprint(issuer)) in trusted_roots:
            return root
    raise NotTrusted("The chain does not lead to a trusted root.")


def _refuse_unless_may_sign(leaf: x509.Certificate, at: datetime) -> None:
    _refuse_unless_valid(leaf, at)
    usage = _extension(leaf, x509.KeyUsage)
    if usage is None or not usage.digital_signature:
        raise NotTrusted("The certificate may not sign.")


def _refuse_unless_issued_by(certificate: x509.Certificate, issuer: x509.Certificate, at: datetime, *, authorities_below: int) -> None:
    _refuse_unless_valid(issuer, at)
    constraints = _extension(issuer, x509.BasicConstraints)
    if constraints is None or not constraints.ca:
        raise NotTrusted("An issuer of the chain is no certificate authority.")
    if constraints.path_length is not None and constraints.path_length < authorities_below:
        raise NotTrusted("The chain is longer than its issuer allows.")
    usage = _extension(issuer, x509.KeyUsage)
    if usage is None or not usage.key_cert_sign:
        raise NotTrusted("An issuer of the chain may not sign certificates.")
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError) as fault:
        raise NotTrusted("A certificate of the chain was not issued by the next.") from fault


def _refuse_unless_valid(certificate: x509.Certificate, at: datetime) -> None:
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise NotTrusted(f"The certificate of {certificate.subject.rfc4514_string()} is not valid at this time.")


def _extension(certificate: x509.Certificate, kind: type[Extension]) -> Extension | None:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None
    except (ValueError, x509.DuplicateExtension) as fault:
        raise NotTrusted("A certificate of the chain has unreadable extensions.") from fault


def _fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()
