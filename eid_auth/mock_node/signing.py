"""The node's signature: enveloped, after the Issuer."""

import base64

import xmlsec
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from lxml.etree import _Element

from deployments.keys import KeyPair
from eid_auth.mock_node import profile

TEMPLATE = """<ds:Signature xmlns:ds="{ds}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{exclusive}"/>\
<ds:SignatureMethod Algorithm="{method}"/><ds:Reference URI="#{identifier}"><ds:Transforms><ds:Transform Algorithm="{enveloped}"/>\
<ds:Transform Algorithm="{exclusive}"/></ds:Transforms><ds:DigestMethod Algorithm="{digest}"/><ds:DigestValue/></ds:Reference>\
</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data>\
</ds:KeyInfo></ds:Signature>"""


def signed(unsigned: bytes, pair: KeyPair, *, position: int = 1, method: str = profile.PSS, digest: str = profile.SHA256) -> bytes:
    """The document with a signature over its root as child number `position`."""
    document = etree.fromstring(unsigned)
    document.insert(position, _template(document.get("ID", ""), pair, method, digest))
    context = xmlsec.SignatureContext()
    context.register_id(document, "ID")
    context.key = xmlsec.Key.from_memory(pair.private_pem, xmlsec.constants.KeyDataFormatPem, None)
    context.sign(document[position])
    return etree.tostring(document)


def _template(identifier: str, pair: KeyPair, method: str, digest: str) -> _Element:
    certificate = base64.b64encode(pair.certificate.public_bytes(Encoding.DER)).decode()
    return etree.fromstring(
        TEMPLATE.format(
            ds=profile.SIGNATURE,
            exclusive=profile.EXCLUSIVE,
            enveloped=profile.ENVELOPED,
            method=method,
            digest=digest,
            identifier=identifier,
            certificate=certificate,
        )
    )
