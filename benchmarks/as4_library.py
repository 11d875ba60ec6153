"""How much the AS4 library adds to its bare cryptography.

One message of 5 kB with RSA-3072 keys: packed, opened, confirmed, confirmation verified, in one process.
Together they may take at most 1.6 times the same cryptographic operations alone.

    .venv/bin/python -m benchmarks.as4_library
"""

import gzip
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP, PKCS1v15
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509.oid import NameOID

from benchmarks.verdict import Figure
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import Part, PartyRef, Property, UserMessage
from edelivery.as4.packaging import pack
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, Receipt, read_signal, verify_receipt, write_receipt
from edelivery.as4.unpacking import open_message, read_envelope

BOUND = 1.6
RSA_BITS = 3072
PAYLOAD = (b"<rim:Slot name='Requirement'>" + os.urandom(64).hex().encode() + b"</rim:Slot>\n") * 32
COMPRESSED, HEADER = gzip.compress(PAYLOAD, mtime=0), bytes(2000)
TURNS = 400
NOW = datetime.now(UTC)
PADDING = OAEP(MGF1(hashes.SHA256()), hashes.SHA256(), None)


def identity(name: str) -> SigningIdentity:
    key = rsa.generate_private_key(65537, RSA_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key()).serial_number(1)
    builder = builder.not_valid_before(NOW - timedelta(days=1)).not_valid_after(NOW + timedelta(days=1))
    return SigningIdentity(key, builder.sign(key, hashes.SHA256()))


def message() -> UserMessage:
    gateway = "http://sdg.europa.eu/edelivery/gateway"
    names = ("originalSender", "finalRecipient", "ExchangeId", "SpecificationId")
    return UserMessage(
        message_id="0b4ea4a2-7a3c-4f9e-9d65-1f0f0c3b5a01@pt.localhost",
        timestamp=NOW,
        sender=PartyRef("AP_PT_01", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots", gateway),
        receiver=PartyRef("AP_DE_01", "urn:oasis:names:tc:ebcore:partyid-type:unregistered:oots", gateway),
        service="QueryManager",
        service_type="urn:oasis:names:tc:ebcore:ebrs:ebms:binding:1.0",
        action="ExecuteQueryRequest",
        conversation_id="1589c463-ccb7-4c0e-8044-c7198d844c16",
        properties=tuple(Property(name, "00000000000002", "urn:cef.eu:names:identifier:EAS:0009") for name in names),
        parts=(Part("request@oots.eu", "application/x-ebrs+xml", PAYLOAD, compressed=True),),
    )


def exchange(sent: UserMessage, lisbon: SigningIdentity, berlin: SigningIdentity) -> None:
    """Send, receive, confirm, verify: everything both access points do for one message."""
    packed = pack(sent, signer=lisbon, recipient=berlin.certificate)
    envelope = read_envelope(packed.content_type, packed.body)
    opened = open_message(envelope, own=berlin, sender_certificate=lisbon.certificate, at=NOW)
    answer = write_receipt(opened, signer=berlin, message_id="receipt@de.localhost", now=NOW)
    receipt = read_signal(SIGNAL_CONTENT_TYPE, answer)
    assert isinstance(receipt, Receipt)
    verify_receipt(
        receipt,
        sent_message_id=sent.message_id,
        sent_references=packed.references,
        peer_certificate=berlin.certificate,
        at=NOW,
    )


def bare_cryptography(lisbon: SigningIdentity, berlin: SigningIdentity) -> None:
    """The same RSA, AES and SHA-256 operations on octets of the same size, and nothing around them."""
    compressed, header = COMPRESSED, HEADER
    content_key, iv = os.urandom(16), os.urandom(12)
    _digest(header, compressed)
    signature = lisbon.private_key.sign(header, PKCS1v15(), hashes.SHA256())
    wrapped = berlin.certificate.public_key().encrypt(content_key, PADDING)  # type: ignore[union-attr]
    encrypted = AESGCM(content_key).encrypt(iv, compressed, None)

    opened = AESGCM(berlin.private_key.decrypt(wrapped, PADDING)).decrypt(iv, encrypted, None)
    lisbon.private_key.public_key().verify(signature, header, PKCS1v15(), hashes.SHA256())
    _digest(header, opened)

    receipt = berlin.private_key.sign(header, PKCS1v15(), hashes.SHA256())
    _digest(header)
    berlin.private_key.public_key().verify(receipt, header, PKCS1v15(), hashes.SHA256())
    _digest(header)


def _digest(*contents: bytes) -> None:
    for content in (*contents, b"<env:Body/>"):
        hashlib.sha256(content).digest()


def milliseconds(work: Callable[[], None]) -> float:
    """Of this process alone: what else the machine does is not the library's."""
    start = process_time()
    work()
    return (process_time() - start) * 1000


def figures() -> Iterator[Figure]:
    lisbon, berlin, sent = identity("AP_PT_01"), identity("AP_DE_01"), message()
    exchange(sent, lisbon, berlin)
    # Taken in turns, so that a busy moment of the machine falls on both.
    turns = [
        (milliseconds(lambda: exchange(sent, lisbon, berlin)), milliseconds(lambda: bare_cryptography(lisbon, berlin)))
        for _ in range(TURNS)
    ]
    library, bare = median(library for library, _ in turns), median(bare for _, bare in turns)
    name = f"AS4 library, RSA-{RSA_BITS}, {len(PAYLOAD)} octets"
    yield Figure(f"{name}: send, receive, receipt", library, "ms")
    yield Figure(f"{name}: bare cryptography", bare, "ms")
    yield Figure(f"{name}: ratio", library / bare, "", BOUND)


def main() -> int:
    measured = list(figures())
    print(*measured, sep="\n")
    return 0 if all(figure.is_kept for figure in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
