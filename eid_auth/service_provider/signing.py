"""Enveloped signatures of our own: RSASSA-PSS, which python3-saml silently replaces by PKCS#1 (identity 5.2)."""

import base64

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from lxml.builder import ElementMaker
from lxml.etree import _Element

from deployments.keys import KeyPair
from eid_auth.service_provider.algorithms import ECDSA_SHA256, EXCLUSIVE_C14N, PSS_SHA256, SHA256, TRANSFORMS
from eid_auth.service_provider.namespaces import DS

E = ElementMaker(namespace=DS, nsmap={"ds": DS})


def sign_enveloped(unsigned: _Element, pair: KeyPair, *, position: int) -> bytes:
    """The document with a signature over its root as child number `position`."""
    # xmlsec gets a tree that nobody else holds: nodes it has replaced must not be touched again.
    document = etree.fromstring(etree.tostring(unsigned))
    signature = _template(document.get("ID", ""), pair)
    document.insert(position, signature)
    context = xmlsec.SignatureContext()
    context.register_id(document, "ID")
    context.key = xmlsec.Key.from_memory(pair.private_pem, xmlsec.constants.KeyDataFormatPem, None)
    context.sign(signature)
    return etree.tostring(document)


def _template(identifier: str, pair: KeyPair) -> _Element:
    method = PSS_SHA256 if isinstance(pair.private_key, rsa.RSAPrivateKey) else ECDSA_SHA256
    return E.Signature(
        E.SignedInfo(
            E.CanonicalizationMethod(Algorithm=EXCLUSIVE_C14N),
            E.SignatureMethod(Algorithm=method),
            E.Reference(
                E.Transforms(*(E.Transform(Algorithm=transform) for transform in TRANSFORMS)),
                E.DigestMethod(Algorithm=SHA256),
                E.DigestValue(),
                URI=f"#{identifier}",
            ),
        ),
        E.SignatureValue(),
        key_info(pair.certificate),
    )


def key_info(certificate: x509.Certificate) -> _Element:
    """The certificate as ds:KeyInfo."""
    encoded = base64.b64encode(certificate.public_bytes(Encoding.DER)).decode()
    return E.KeyInfo(E.X509Data(E.X509Certificate(encoded)))
