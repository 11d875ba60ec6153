"""Verify a directory's answer: the six steps of chapter 3.3, before any XML is read.

`iat` is never looked at: nothing in the signature binds the answer to a moment, and the real server's value is weeks old.
"""

import binascii
import hmac
import json
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha512
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from common_services.signing import DIGEST_HEADER, SIGNATURE_HEADER, SIGNED_HEADERS, digest_of, signing_input
from common_services.trust import NotTrusted, anchored_root

UNDERSTOOD = {"b64", "sigD"}
LONGEST_SIGNATURE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who signed the answer, and under which of our trusted roots."""

    signer: str
    root: str


def verify(body: bytes, headers: Mapping[str, str], trusted_roots: frozenset[str], at: datetime) -> Verdict:
    """Who vouches for the body; NotTrusted says at which step it failed. Header names are lower case."""
    digest = headers.get(DIGEST_HEADER, "")
    if not hmac.compare_digest(digest.encode(), digest_of(body).encode()):
        raise NotTrusted("The digest header is not that of the body.")
    head, signature = _parts(headers.get(SIGNATURE_HEADER, ""))
    protected = _protected(head)
    chain = _chain(protected)
    root = anchored_root(chain, trusted_roots, at)
    _refuse_unless_named(protected, chain[0])
    _refuse_unless_signed(protected["alg"], chain[0], signature, signing_input(head, digest))
    return Verdict(signer=chain[0].subject.rfc4514_string(), root=root)


def _parts(token: str) -> tuple[str, bytes]:
    parts = token.split(".")
    if len(token) > LONGEST_SIGNATURE or len(parts) != 3 or parts[1] or not token.isascii():
        raise NotTrusted("The signature header is no detached JWS.")
    return parts[0], _base64url(parts[2])


def _protected(head: str) -> dict[str, Any]:
    try:
        protected = json.loads(_base64url(head))
    except ValueError as fault:
        raise NotTrusted("The protected header is not readable.") from fault
    if not isinstance(protected, dict) or str(protected.get("alg")) not in VERIFIERS:
        raise NotTrusted("The signature algorithm is not accepted.")
    critical = protected.get("crit")
    if not isinstance(critical, list) or not {"b64"} <= set(map(str, critical)) <= UNDERSTOOD:
        raise NotTrusted("The signature has critical members that are not understood.")
    if protected.get("b64") is not False or protected.get("sigD") != SIGNED_HEADERS:
        raise NotTrusted("The signature does not cover the digest header, and it alone.")
    return protected


def _chain(protected: Mapping[str, Any]) -> tuple[x509.Certificate, ...]:
    try:
        return tuple(x509.load_der_x509_certificate(b64decode(entry, validate=True)) for entry in protected["x5c"])
    except (KeyError, TypeError, ValueError, x509.InvalidVersion) as fault:
        raise NotTrusted("The certificates of the signature are not readable.") from fault


def _refuse_unless_named(protected: Mapping[str, Any], leaf: x509.Certificate) -> None:
    named = protected.get("x5t#o")
    actual = sha512(leaf.public_bytes(serialization.Encoding.DER)).digest()
    if not isinstance(named, dict) or named.get("digAlg") != "S512" or _base64url(str(named.get("digVal"))) != actual:
        raise NotTrusted("The signature names another certificate.")


def _refuse_unless_signed(algorithm: str, leaf: x509.Certificate, signature: bytes, message: bytes) -> None:
    try:
        VERIFIERS[algorithm](leaf.public_key(), signature, message)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError) as fault:
        raise NotTrusted("The signature is not that of the certificate's key.") from fault


def _verify_es256(key: object, signature: bytes, message: bytes) -> None:
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1) or len(signature) != 64:
        raise InvalidSignature
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))


def _verify_eddsa(key: object, signature: bytes, message: bytes) -> None:
    if not isinstance(key, ed25519.Ed25519PublicKey):
        raise InvalidSignature
    key.verify(signature, message)


VERIFIERS = {"ES256": _verify_es256, "EdDSA": _verify_eddsa}


def _base64url(text: str) -> bytes:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as fault:
        raise NotTrusted("A part of the signature is not base64url.") from fault
