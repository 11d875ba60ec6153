"""The node's own copy of the words of SAML and of the eIDAS profile."""

ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion"
PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
METADATA = "urn:oasis:names:tc:SAML:2.0:metadata"
SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#"
SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
EXTENSIONS = "http://eidas.europa.eu/saml-extensions"
NATURAL_TYPES = "http://eidas.europa.eu/attributes/naturalperson"

ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
HTTP_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
STATUS = "urn:oasis:names:tc:SAML:2.0:status:"
CONSENT_OBTAINED = "urn:oasis:names:tc:SAML:2.0:consent:obtained"

PSS = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"
REQUEST_SIGNATURES = frozenset(
    {
        PSS,
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    }
)
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
OAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"

LEVEL_NAMES = ("Low", "Substantial", "High")
LEVELS = {
    "http://eidas.europa.eu/LoA/low": "Low",
    "http://eidas.europa.eu/LoA/substantial": "Substantial",
    "http://eidas.europa.eu/LoA/high": "High",
}
LEVEL_ADDRESSES = {level: address for address, level in LEVELS.items()}

PERSON = "http://eidas.europa.eu/attributes/naturalperson/"
MANDATORY = ("PersonIdentifier", "CurrentFamilyName", "CurrentGivenName", "DateOfBirth")
OPTIONAL = ("BirthName", "PlaceOfBirth", "Gender")
FRIENDLY = {"CurrentFamilyName": "FamilyName", "CurrentGivenName": "FirstName"}


def name(namespace: str, local: str) -> str:
    return f"{{{namespace}}}{local}"
