"""What a ds:Signature may look like, before anything computes with it (identity 6.2)."""

from lxml import etree
from lxml.etree import _Element

from eid_auth.service_provider.algorithms import DIGESTS, EXCLUSIVE_C14N, SIGNATURES, TRANSFORMS
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.namespaces import ds

SIGNATURE_PARTS = (ds("SignedInfo"), ds("SignatureValue"), ds("KeyInfo"))
KEY_INFO_PARTS = frozenset({ds("X509Data"), ds("KeyName")})
INCLUSIVE_NAMESPACES = "{http://www.w3.org/2001/10/xml-exc-c14n#}InclusiveNamespaces"


def refuse_unless_one_plain_signature(element: _Element) -> None:
    """Exactly one signature in `element`, its child, over it as a whole, with allowed algorithms."""
    signatures = list(element.iter(ds("Signature")))
    if len(signatures) != 1 or signatures[0].getparent() is not element:
        raise LoginRefused(Refusal.SIGNATURE_COUNT)
    _refuse_unless_plain(signatures[0])
    signed_info = signatures[0][0]
    _refuse_unless_allowed(signed_info)
    _refuse_unless_covering(signed_info, element.get("ID", ""))


def _refuse_unless_plain(signature: _Element) -> None:
    """No ds:Object, and a KeyInfo that only names a key; which key counts is pinned."""
    tags = tuple(child.tag for child in signature)
    if tags not in (SIGNATURE_PARTS, SIGNATURE_PARTS[:2]):
        raise LoginRefused(Refusal.SIGNATURE_CONTENT)
    key_info = signature.find(ds("KeyInfo"))
    if key_info is not None and not {child.tag for child in key_info} <= KEY_INFO_PARTS:
        raise LoginRefused(Refusal.SIGNATURE_CONTENT)


def _refuse_unless_allowed(signed_info: _Element) -> None:
    tags = [child.tag for child in signed_info]
    if tags != [ds("CanonicalizationMethod"), ds("SignatureMethod"), ds("Reference")]:
        raise LoginRefused(Refusal.SIGNATURE_REFERENCE)
    canonicalisation, method, _ = signed_info
    if canonicalisation.get("Algorithm") != EXCLUSIVE_C14N or _foreign_children(canonicalisation):
        raise LoginRefused(Refusal.CANONICALISATION)
    if method.get("Algorithm") not in SIGNATURES or len(method):
        raise LoginRefused(Refusal.SIGNATURE_ALGORITHM)


def _refuse_unless_covering(signed_info: _Element, identifier: str) -> None:
    reference = signed_info[2]
    if not identifier or reference.get("URI") != f"#{identifier}":
        raise LoginRefused(Refusal.SIGNATURE_REFERENCE)
    if [child.tag for child in reference] != [ds("Transforms"), ds("DigestMethod"), ds("DigestValue")]:
        raise LoginRefused(Refusal.TRANSFORM)
    transforms, digest, _ = reference
    if tuple(t.get("Algorithm") for t in transforms) != TRANSFORMS or any(_foreign_children(t) for t in transforms):
        raise LoginRefused(Refusal.TRANSFORM)
    if digest.get("Algorithm") not in DIGESTS:
        raise LoginRefused(Refusal.DIGEST_ALGORITHM)


def _foreign_children(element: _Element) -> bool:
    return any(child.tag != INCLUSIVE_NAMESPACES for child in element.iterchildren(etree.Element))
