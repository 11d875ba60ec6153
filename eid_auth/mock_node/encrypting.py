"""Encrypts an assertion for one service: AES-256-GCM under RSA-OAEP."""

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from eid_auth.mock_node import profile

TEMPLATE = """<saml:EncryptedAssertion xmlns:saml="{saml}"><xenc:EncryptedData xmlns:xenc="{xenc}" \
Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="{content}"/><ds:KeyInfo xmlns:ds="{ds}">\
<xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="{transport}">{oaep_digest}</xenc:EncryptionMethod>\
<xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>\
<xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>"""
OAEP_DIGEST = f'<ds:DigestMethod Algorithm="{profile.SHA256}"/>'


def encrypted(
    assertion: bytes, certificate: x509.Certificate, *, content: str = profile.GCM, transport: str = profile.OAEP, key_bits: int = 256
) -> bytes:
    """The assertion as an EncryptedAssertion."""
    # Serialised, parsed anew, encrypted, serialised: a node that xmlsec has replaced must not be touched again.
    wrapper = etree.fromstring(
        TEMPLATE.format(
            saml=profile.ASSERTION,
            xenc=profile.ENCRYPTION,
            ds=profile.SIGNATURE,
            content=content,
            transport=transport,
            oaep_digest=OAEP_DIGEST if transport == profile.OAEP else "",
        )
    )
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_memory(certificate.public_bytes(Encoding.PEM), xmlsec.constants.KeyDataFormatCertPem, None))
    context = xmlsec.EncryptionContext(manager)
    context.key = xmlsec.Key.generate(xmlsec.constants.KeyDataAes, key_bits, xmlsec.constants.KeyDataTypeSession)
    context.encrypt_binary(wrapper[0], assertion)
    return etree.tostring(wrapper)
