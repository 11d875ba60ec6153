"""Signs Body, Messaging and attachments (reference 7.3)."""

import hashlib
from collections.abc import Mapping

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

from edelivery.as4.identities import SigningIdentity
from edelivery.as4.markup import Element, add, canonical
from edelivery.as4.messages import DigestReference
from edelivery.as4.namespaces import WSU_ID, ds
from edelivery.as4.security import base64_text
from edelivery.as4.security.algorithms import ATTACHMENT_CONTENT_SIGNATURE, EXCLUSIVE_C14N, RSA_SHA256, SHA256
from edelivery.as4.security.attachments import Attachment, digested_octets
from edelivery.as4.security.tokens import write_token, write_token_reference


def sign(
    security: Element, covered: tuple[Element, ...], attachments: Mapping[str, Attachment], *, signer: SigningIdentity, token: str
) -> tuple[DigestReference, ...]:
    """Appends the signer's token and the signature; nothing covered may change afterwards."""
    write_token(security, signer.certificate, f"X509-{token}")
    signature = add(security, ds("Signature"), attributes={"Id": f"SIG-{token}"})
    signed_info = add(signature, ds("SignedInfo"))
    add(signed_info, ds("CanonicalizationMethod"), attributes={"Algorithm": EXCLUSIVE_C14N})
    add(signed_info, ds("SignatureMethod"), attributes={"Algorithm": RSA_SHA256})
    references = tuple(
        [_refer(signed_info, f"#{node.get(WSU_ID)}", EXCLUSIVE_C14N, canonical(node)) for node in covered]
        + [
            _refer(signed_info, f"cid:{content_id}", ATTACHMENT_CONTENT_SIGNATURE, digested_octets(attachment))
            for content_id, attachment in attachments.items()
        ]
    )
    value = signer.private_key.sign(canonical(signed_info), PKCS1v15(), hashes.SHA256())
    add(signature, ds("SignatureValue"), base64_text.encode(value))
    write_token_reference(signature, f"X509-{token}")
    return references


def _refer(signed_info: Element, uri: str, transform: str, octets: bytes | memoryview) -> DigestReference:
    value = base64_text.encode(hashlib.sha256(octets).digest())
    reference = add(signed_info, ds("Reference"), attributes={"URI": uri})
    add(add(reference, ds("Transforms")), ds("Transform"), attributes={"Algorithm": transform})
    add(reference, ds("DigestMethod"), attributes={"Algorithm": SHA256})
    add(reference, ds("DigestValue"), value)
    return DigestReference(uri, SHA256, value)
