"""Verifies the node's signature with our own hands, before decrypting and before believing a status."""

from collections.abc import Iterable

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.guard.transport import parsed
from eid_auth.service_provider.namespaces import ds


def refuse_unless_signed_by(content: bytes, certificates: Iterable[x509.Certificate]) -> None:
    """The one signature over the root holds with one of the pinned certificates, whatever KeyInfo says."""
    if not any(_holds(content, certificate) for certificate in certificates):
        raise LoginRefused(Refusal.SIGNATURE)


def _holds(content: bytes, certificate: x509.Certificate) -> bool:
    document = parsed(content)
    (signature,) = document.iterchildren(ds("Signature"))
    context = xmlsec.SignatureContext()
    context.register_id(document, "ID")
    context.key = xmlsec.Key.from_memory(certificate.public_bytes(Encoding.PEM), xmlsec.constants.KeyDataFormatCertPem, None)
    try:
        context.verify(signature)
    except xmlsec.Error:
        return False
    return True
