"""Security tokens and the references to them (reference 7.1 and 7.2).

We write the direct reference to a BinarySecurityToken and read every form seen on the network.
"""

from collections.abc import Callable, Mapping

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from edelivery.as4.markup import Element, text_of
from edelivery.as4.namespaces import ds, wsse
from edelivery.as4.security import base64_text
from edelivery.as4.security.algorithms import BASE64, SUBJECT_KEY_IDENTIFIER, THUMBPRINT_SHA1, X509_PATH, X509_V3
from edelivery.as4.security.certificates import der, is_issued_by, leaf_of_path, subject_key_identifier
from edelivery.as4.writing import element


def write_token(certificate: x509.Certificate, identifier: str) -> str:
    encoded = base64_text.encode(der(certificate))
    return element("wsse:BinarySecurityToken", encoded, EncodingType=BASE64, ValueType=X509_V3, **{"wsu:Id": identifier})


def write_token_reference(identifier: str) -> str:
    """ds:KeyInfo pointing at a token of this envelope."""
    reference = element("wsse:Reference", URI=f"#{identifier}", ValueType=X509_V3)
    return element("ds:KeyInfo", element("wsse:SecurityTokenReference", reference))


def names_certificate(key_info: Element | None, certificate: x509.Certificate, nodes: Mapping[str, Element]) -> bool:
    """Whether a ds:KeyInfo means this very certificate."""
    reference = key_info.find(wsse("SecurityTokenReference")) if key_info is not None else None
    if reference is None or len(reference) != 1:
        return False
    form = reference[0]
    try:
        if form.tag == wsse("Reference"):
            return _token_is(form, certificate, nodes)
        if form.tag == wsse("KeyIdentifier"):
            return _identifier_is(form, certificate)
        if form.tag == ds("X509Data"):
            return _issuer_and_serial_are(form, certificate)
    except ValueError:
        return False
    return False


def _token_is(reference: Element, certificate: x509.Certificate, nodes: Mapping[str, Element]) -> bool:
    uri = reference.get("URI") or ""
    token = nodes.get(uri[1:]) if uri.startswith("#") else None
    if token is None or token.tag != wsse("BinarySecurityToken"):
        return False
    octets = base64_text.decode(token.text)
    if token.get("ValueType") == X509_PATH:
        octets = leaf_of_path(octets)
    return octets == der(certificate)


def _identifier_is(identifier: Element, certificate: x509.Certificate) -> bool:
    expected = _IDENTIFIERS.get(identifier.get("ValueType") or "")
    return expected is not None and expected(certificate) == base64_text.decode(identifier.text)


def _issuer_and_serial_are(data: Element, certificate: x509.Certificate) -> bool:
    pair = data.find(ds("X509IssuerSerial"))
    name, serial = (pair.find(ds("X509IssuerName")), pair.find(ds("X509SerialNumber"))) if pair is not None else (None, None)
    if name is None or serial is None:
        return False
    return int(text_of(serial)) == certificate.serial_number and is_issued_by(certificate, text_of(name))


_IDENTIFIERS: Mapping[str, Callable[[x509.Certificate], bytes | None]] = {
    SUBJECT_KEY_IDENTIFIER: subject_key_identifier,
    THUMBPRINT_SHA1: lambda certificate: certificate.fingerprint(hashes.SHA1()),  # noqa: S303 - a name, not a protection
}
