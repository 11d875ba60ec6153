"""The algorithms accepted from a node (eIDAS cryptographic requirements); what is not listed is refused."""

SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SHA384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512"

PSS_SHA256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"
ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
SIGNATURES = frozenset(
    {
        PSS_SHA256,
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
        ECDSA_SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
    }
)
DIGESTS = frozenset({SHA256, SHA384, SHA512})

EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
TRANSFORMS = (ENVELOPED, EXCLUSIVE_C14N)

AES256_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
CONTENT_ENCRYPTION = frozenset({AES256_GCM, "http://www.w3.org/2009/xmlenc11#aes192-gcm", "http://www.w3.org/2009/xmlenc11#aes128-gcm"})
RSA_OAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
KEY_TRANSPORT = frozenset({RSA_OAEP, "http://www.w3.org/2009/xmlenc11#rsa-oaep"})
# Inside OAEP a hash needs no collision resistance, and SHA-1 is what nodes use unless told otherwise.
OAEP_DIGESTS = DIGESTS | {"http://www.w3.org/2000/09/xmldsig#sha1"}
OAEP_MASKS = frozenset(f"http://www.w3.org/2009/xmlenc11#mgf1sha{bits}" for bits in (1, 256, 384, 512))
