"""Signs Body, Messaging and attachments (reference 7.3)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

from edelivery.as4.identities import SigningIdentity
from edelivery.as4.messages import DigestReference
from edelivery.as4.security import base64_text
from edelivery.as4.security.algorithms import ATTACHMENT_CONTENT_SIGNATURE, EXCLUSIVE_C14N, RSA_SHA256, SHA256
from edelivery.as4.security.attachments import Attachment, digested_octets
from edelivery.as4.security.tokens import write_token, write_token_reference
from edelivery.as4.writing import Block, apex, element

PADDING = PKCS1v15()

_METHODS = element("ds:CanonicalizationMethod", Algorithm=EXCLUSIVE_C14N) + element("ds:SignatureMethod", Algorithm=RSA_SHA256)
_DIGEST_METHOD = element("ds:DigestMethod", Algorithm=SHA256)
_NODE_TRANSFORM = element("ds:Transforms", element("ds:Transform", Algorithm=EXCLUSIVE_C14N))
_ATTACHMENT_TRANSFORM = element("ds:Transforms", element("ds:Transform", Algorithm=ATTACHMENT_CONTENT_SIGNATURE))


@dataclass(frozen=True, slots=True)
class Signed:
    """The signer's token and the signature, as they stand in the Security header."""

    xml: str
    references: tuple[DigestReference, ...]


def sign(covered: tuple[Block, ...], attachments: Mapping[str, Attachment], *, signer: SigningIdentity, token: str) -> Signed:
    """Raises ValueError for a block that cannot be written."""
    contents: list[tuple[str, str, bytes | memoryview]] = [(f"#{block.identifier}", _NODE_TRANSFORM, block.octets) for block in covered]
    contents += [(f"cid:{name}", _ATTACHMENT_TRANSFORM, digested_octets(attachment)) for name, attachment in attachments.items()]
    references = tuple([DigestReference(uri, SHA256, _digest(octets)) for uri, _, octets in contents])
    written = [_reference(reference, transform) for reference, (_, transform, _) in zip(references, contents, strict=True)]
    signed_info = apex("ds:SignedInfo", _METHODS, *written, declare=("ds",))
    value = signer.private_key.sign(signed_info.encode(), PADDING, hashes.SHA256())
    signature = element(
        "ds:Signature",
        signed_info,
        element("ds:SignatureValue", base64_text.encode(value)),
        write_token_reference(f"X509-{token}"),
        Id=f"SIG-{token}",
    )
    return Signed(write_token(signer.certificate, f"X509-{token}") + signature, references)


def _digest(octets: bytes | memoryview) -> str:
    return base64_text.encode(hashlib.sha256(octets).digest())


def _reference(reference: DigestReference, transform: str) -> str:
    return element("ds:Reference", transform, _DIGEST_METHOD, element("ds:DigestValue", reference.value), URI=reference.uri)
