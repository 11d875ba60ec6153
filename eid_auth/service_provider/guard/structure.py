"""The parts of a response, by allow-list: whatever has no place in the profile is refused."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.namespaces import ds, saml, samlp, xenc

ROOT = samlp("Response")
PARTS = (saml("Issuer"), ds("Signature"), samlp("Status"))
ENCRYPTED = saml("EncryptedAssertion")
IDENTIFIER_ATTRIBUTES = ("ID", "Id", "id", "AssertionID", "{http://www.w3.org/XML/1998/namespace}id")
OUTSIDE = (xenc("CipherReference"), ds("RetrievalMethod"), "{http://www.w3.org/2001/XInclude}include")


def refuse_unless_profile_shape(response: _Element) -> None:
    """Issuer, Signature, Status and at most one EncryptedAssertion, in this order, and nothing else."""
    if response.tag != ROOT or response.get("Version") != "2.0" or not response.get("ID"):
        raise LoginRefused(Refusal.STRUCTURE)
    parts = tuple(child.tag for child in response.iterchildren(etree.Element))
    if parts not in (PARTS, (*PARTS, ENCRYPTED)):
        raise LoginRefused(Refusal.STRUCTURE)
    if next(response.iter(saml("Assertion")), None) is not None:
        raise LoginRefused(Refusal.NOT_ENCRYPTED)


def refuse_twin_identifiers(document: _Element) -> None:
    found = list(_identifiers(document))
    if len(found) != len(set(found)):
        raise LoginRefused(Refusal.DUPLICATE_ID)


def refuse_outside_references(document: _Element) -> None:
    """CipherReference and RetrievalMethod open files while decrypting (measured, identity 6.2)."""
    if next(document.iter(*OUTSIDE), None) is not None:
        raise LoginRefused(Refusal.OUTSIDE_REFERENCE)


def _identifiers(document: _Element) -> Iterator[str]:
    for element in document.iter(etree.Element):
        for name in IDENTIFIER_ATTRIBUTES:
            value = element.get(name)
            if value is not None:
                yield value
