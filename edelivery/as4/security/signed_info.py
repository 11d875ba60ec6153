"""Reads a ds:Signature into values and refuses what the profile does not know, before any cryptography."""

from dataclasses import dataclass

from lxml import etree

from edelivery.as4.children import Children, exactly
from edelivery.as4.errors import FAILED_AUTHENTICATION, POLICY_NONCOMPLIANCE, As4Error
from edelivery.as4.markup import Element
from edelivery.as4.messages import DigestReference
from edelivery.as4.namespaces import DS, EXCLUSIVE, ds, ec
from edelivery.as4.policy import SecurityPolicy, refuse_unless_allowed
from edelivery.as4.security import base64_text
from edelivery.as4.security.algorithms import ATTACHMENT_CONTENT_SIGNATURE

# A receipt repeats the references inside our own elements: only names that no element of ours uses
# have the same canonical form there.
_holds_strangers = etree.XPath(f"boolean(.//*[namespace-uri()!='{DS}' and namespace-uri()!='{EXCLUSIVE}'] | .//@*[namespace-uri()!=''])")

# Canonical form is made of SignedInfo before anything is authentic: its cost is prefixes times elements.
PREFIXES_OF_ONE_LIST = 32
ELEMENTS_OF_ONE_REFERENCE = 6
_elements = etree.XPath("count(.//*)")


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One thing the signature covers: a node of the envelope (`#`) or an attachment (`cid:`).

    `node` is the ds:Reference itself.
    """

    node: Element
    uri: str
    algorithm: str
    digest: bytes
    prefixes: tuple[str, ...]

    @property
    def is_attachment(self) -> bool:
        return self.uri.startswith("cid:")

    def as_evidence(self) -> DigestReference:
        return DigestReference(self.uri, self.algorithm, base64_text.encode(self.digest))


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """A signature as it claims to be."""

    signed_info: Element
    prefixes: tuple[str, ...]
    references: tuple[Reference, ...]
    value: bytes
    key_info: Element


def read_signature(element: Element, policy: SecurityPolicy) -> Signature:
    """Raises As4Error: EBMS:0103 for what is not allowed, EBMS:0101 for what is not a signature."""
    try:
        return _read_signature(element, policy)
    except ValueError as error:
        raise As4Error(FAILED_AUTHENTICATION, "The signature cannot be read.") from error


def _read_signature(element: Element, policy: SecurityPolicy) -> Signature:
    signed_info, value, key_info = exactly(element, ds("SignedInfo"), ds("SignatureValue"), ds("KeyInfo"), fault=FAILED_AUTHENTICATION)
    if _holds_strangers(signed_info):
        raise As4Error(POLICY_NONCOMPLIANCE, "The signature holds more than a signature.")
    inside = Children(signed_info, FAILED_AUTHENTICATION)
    canonicalisation, method = inside.one(ds("CanonicalizationMethod")), inside.one(ds("SignatureMethod"))
    refuse_unless_allowed(canonicalisation.get("Algorithm"), policy.canonicalisations, "canonicalisation")
    refuse_unless_allowed(method.get("Algorithm"), policy.signatures, "signature")
    references = tuple(read_reference(reference, policy) for reference in inside.many(ds("Reference")))
    inside.end()
    if _elements(signed_info) > ELEMENTS_OF_ONE_REFERENCE * (len(references) + 1):
        raise As4Error(POLICY_NONCOMPLIANCE, "The signature holds more than a signature.")
    if len(references) > policy.maximum_references or len({reference.uri for reference in references}) != len(references):
        raise As4Error(POLICY_NONCOMPLIANCE, "The signature has too many references, or one of them twice.")
    return Signature(signed_info, _inclusive_prefixes(canonicalisation), references, base64_text.decode(value.text), key_info)


def read_reference(element: Element, policy: SecurityPolicy) -> Reference:
    """Exactly one transform, and the one that belongs to the kind of reference."""
    transforms, method, value = exactly(element, ds("Transforms"), ds("DigestMethod"), ds("DigestValue"), fault=FAILED_AUTHENTICATION)
    (transform,) = exactly(transforms, ds("Transform"), fault=FAILED_AUTHENTICATION)
    uri = element.get("URI") or ""
    if not uri.startswith(("#", "cid:")):
        raise As4Error(POLICY_NONCOMPLIANCE, "The signature refers to something outside the message.")
    allowed = policy.canonicalisations if uri.startswith("#") else {ATTACHMENT_CONTENT_SIGNATURE}
    refuse_unless_allowed(transform.get("Algorithm"), allowed, "transform")
    refuse_unless_allowed(method.get("Algorithm"), policy.digests, "digest")
    return Reference(element, uri, method.get("Algorithm") or "", base64_text.decode(value.text), _inclusive_prefixes(transform))


def _inclusive_prefixes(method: Element) -> tuple[str, ...]:
    inclusive = method.find(ec("InclusiveNamespaces")) if len(method) else None
    prefixes = tuple((inclusive.get("PrefixList") or "").split()) if inclusive is not None else ()
    if len(prefixes) > PREFIXES_OF_ONE_LIST:
        raise As4Error(POLICY_NONCOMPLIANCE, "A prefix list is longer than accepted.")
    # lxml leaves #default out silently: the digest would not be the one that was signed.
    if "#default" in prefixes:
        raise As4Error(POLICY_NONCOMPLIANCE, "Canonicalisation with #default is not spoken here.")
    return prefixes
