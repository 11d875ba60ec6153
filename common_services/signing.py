"""The signature over a directory's answer: a detached JWS over the `digest` header, as JAdES HttpHeaders (chapter 3.3)."""

import json
from base64 import b64encode, urlsafe_b64encode
from datetime import datetime
from hashlib import sha256, sha512

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from common_services.issuer_serial import issuer_serial
from deployments.keys import KeyPair
from edm.errors import WrongConfiguration

DIGEST_HEADER = "digest"
SIGNATURE_HEADER = "oots-response-sig"
SIGNED_HEADERS = {"mId": "http://uri.etsi.org/19182/HttpHeaders", "pars": [DIGEST_HEADER]}


def sign(body: bytes, pair: KeyPair, *, at: datetime) -> dict[str, str]:
    """The two header fields that go out with exactly these bytes."""
    digest = digest_of(body)
    head = _base64url(json.dumps(_protected(pair, at), separators=(",", ":")).encode())
    return {DIGEST_HEADER: digest, SIGNATURE_HEADER: f"{head}..{_base64url(_signature(signing_input(head, digest), pair))}"}


def digest_of(body: bytes) -> str:
    return "SHA-256=" + b64encode(sha256(body).digest()).decode()


def signing_input(head: str, digest: str) -> bytes:
    """Lower-case name, colon, one space, no line end: every other spelling breaks the signature."""
    return f"{head}.{DIGEST_HEADER}: {digest}".encode("ascii")


def _protected(pair: KeyPair, at: datetime) -> dict[str, object]:
    # The members the Commission's server writes, in its order.
    return {
        "alg": "ES256",
        "kid": b64encode(issuer_serial(pair.certificate)).decode(),
        "x5t#o": {"digAlg": "S512", "digVal": _base64url(sha512(pair.certificate_der).digest())},
        "x5c": [b64encode(_der(certificate)).decode() for certificate in (pair.certificate, *pair.issuers)],
        "typ": "jose",
        "b64": False,
        "iat": int(at.timestamp()),
        "sigD": SIGNED_HEADERS,
        "crit": ["b64", "sigD"],
    }


def _signature(message: bytes, pair: KeyPair) -> bytes:
    if not isinstance(pair.private_key, ec.EllipticCurvePrivateKey):
        raise WrongConfiguration("Directory answers are signed with a P-256 key.")
    r, s = decode_dss_signature(pair.private_key.sign(message, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def _base64url(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
