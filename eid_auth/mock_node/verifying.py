"""Verifies the signature of a service's request."""

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml.etree import _Element

from edm.regrep.parsing import parse
from eid_auth.mock_node import profile
from eid_auth.mock_node.profile import name


def is_signed_by(content: bytes, certificate: x509.Certificate) -> bool:
    """Whether the one signature in the request is that certificate's, over the whole request."""
    document = parse(content)
    signatures = list(document.iter(name(profile.SIGNATURE, "Signature")))
    if len(signatures) != 1 or signatures[0].getparent() is not document or not _covers(signatures[0], document.get("ID", "")):
        return False
    context = xmlsec.SignatureContext()
    context.register_id(document, "ID")
    context.key = xmlsec.Key.from_memory(certificate.public_bytes(Encoding.PEM), xmlsec.constants.KeyDataFormatCertPem, None)
    try:
        context.verify(signatures[0])
    except xmlsec.Error:
        return False
    return True


def _covers(signature: _Element, identifier: str) -> bool:
    references = list(signature.iter(name(profile.SIGNATURE, "Reference")))
    methods = [m.get("Algorithm") for m in signature.iter(name(profile.SIGNATURE, "SignatureMethod"))]
    transforms = [t.get("Algorithm") for t in signature.iter(name(profile.SIGNATURE, "Transform"))]
    return (
        bool(identifier)
        and [r.get("URI") for r in references] == [f"#{identifier}"]
        and len(methods) == 1
        and methods[0] in profile.REQUEST_SIGNATURES
        and transforms == [profile.ENVELOPED, profile.EXCLUSIVE]
    )
