"""Addresses of the algorithms and token forms of eDelivery AS4 1.15 (reference 2 and 7)."""

from typing import Final

EXCLUSIVE_C14N: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
RSA_SHA256: Final = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"
AES128_GCM: Final = "http://www.w3.org/2009/xmlenc11#aes128-gcm"
RSA_OAEP: Final = "http://www.w3.org/2009/xmlenc11#rsa-oaep"
MGF1_SHA256: Final = "http://www.w3.org/2009/xmlenc11#mgf1sha256"

_SWA = "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#"
ATTACHMENT_CONTENT_SIGNATURE: Final = f"{_SWA}Attachment-Content-Signature-Transform"
ATTACHMENT_CIPHERTEXT: Final = f"{_SWA}Attachment-Ciphertext-Transform"
ATTACHMENT_CONTENT_ONLY: Final = f"{_SWA}Attachment-Content-Only"

_X509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#"
X509_V3: Final = f"{_X509}X509v3"
X509_PATH: Final = f"{_X509}X509PKIPathv1"
SUBJECT_KEY_IDENTIFIER: Final = f"{_X509}X509SubjectKeyIdentifier"
_WSS11 = "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#"
THUMBPRINT_SHA1: Final = f"{_WSS11}ThumbprintSHA1"
ENCRYPTED_KEY_TOKEN: Final = f"{_WSS11}EncryptedKey"
BASE64: Final = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
