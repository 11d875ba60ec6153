"""Tries the two operations that a wrongly built xmlsec lacks, on a document of its own."""

import xmlsec
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from lxml import etree
from lxml.builder import ElementMaker

from eid_auth.service_provider.algorithms import AES256_GCM, EXCLUSIVE_C14N, PSS_SHA256, SHA256
from eid_auth.service_provider.namespaces import DS, XENC, ds

S = ElementMaker(namespace=DS, nsmap={"ds": DS})
X = ElementMaker(namespace=XENC, nsmap={"xenc": XENC})


def verifies_pss() -> bool:
    key = rsa.generate_private_key(65537, 2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    signature = S.Signature(
        S.SignedInfo(
            S.CanonicalizationMethod(Algorithm=EXCLUSIVE_C14N),
            S.SignatureMethod(Algorithm=PSS_SHA256),
            S.Reference(S.Transforms(S.Transform(Algorithm=EXCLUSIVE_C14N)), S.DigestMethod(Algorithm=SHA256), S.DigestValue(), URI="#it"),
        ),
        S.SignatureValue(),
        S.Object("signed", Id="it"),
    )
    document = etree.fromstring(etree.tostring(signature))
    try:
        _context(pem, document).sign(document)
        signed = etree.fromstring(etree.tostring(document))
        _context(pem, signed).verify(signed)
    except xmlsec.Error:
        return False
    return True


def _context(pem: bytes, document: etree._Element) -> xmlsec.SignatureContext:
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(pem, xmlsec.constants.KeyDataFormatPem, None)
    for signed in document.iterchildren(ds("Object")):
        context.register_id(signed, "Id")
    return context


def decrypts_gcm() -> bool:
    key = bytes(range(32))
    template = X.EncryptedData(X.EncryptionMethod(Algorithm=AES256_GCM), X.CipherData(X.CipherValue()))
    try:
        sealed = _encryption(key).encrypt_binary(etree.fromstring(etree.tostring(template)), b"plain")
        opened: object = _encryption(key).decrypt(etree.fromstring(etree.tostring(sealed)))
    except xmlsec.Error:
        return False
    return opened == b"plain"


def _encryption(key: bytes) -> xmlsec.EncryptionContext:
    context = xmlsec.EncryptionContext()
    context.key = xmlsec.Key.from_binary_data(xmlsec.constants.KeyDataAes, key)
    return context
