"""The only parser of this package: XML from strangers, hardened (reference 13)."""

from functools import cache

from lxml import etree

from edelivery.as4.errors import INVALID_HEADER, As4Error, SoapFault
from edelivery.as4.limits import Limits
from edelivery.as4.markup import Element


def parse(content: bytes | memoryview, limits: Limits) -> Element:
    """The root of a SOAP part. Nothing of the content is echoed in a refusal."""
    octets = bytes(content)
    if len(octets) > limits.soap_part or octets.count(b"xmlns") > limits.namespaces:
        raise _refusal("The SOAP envelope is larger than accepted.")
    try:
        root = etree.fromstring(octets, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refusal("The SOAP envelope is not well-formed XML.") from error
    _refuse_what_soap_forbids(root)
    if _deeper_than(limits.depth)(root):
        raise _refusal("The SOAP envelope is nested too deeply.")
    return root


def parse_payload(content: bytes | memoryview) -> Element:
    """An XML attachment whose digest is taken over its canonical form. Raises ValueError when it cannot be."""
    try:
        root = etree.fromstring(bytes(content), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise ValueError("not well-formed") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("has a document type")
    return root


def _parser() -> etree.XMLParser:
    """For envelopes: UTF-8, whatever the document itself says (eDelivery AS4 1.15).

    Comments are dropped while parsing: one inside an element would split its text in two, and a
    reader would see only the first half. Canonical form leaves them out anyway.
    """
    return etree.XMLParser(encoding="UTF-8", remove_comments=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _refuse_what_soap_forbids(root: Element) -> None:
    # libxml2 parses an external document type without complaint; SOAP 1.2 section 5 forbids any.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refusal("A SOAP envelope has no document type.")
    if _has_instructions(root):
        raise _refusal("A SOAP envelope has no processing instructions.")


_has_instructions = etree.XPath("boolean(//processing-instruction())")


@cache
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (depth + 1)})")


def _refusal(explanation: str) -> As4Error:
    return As4Error(INVALID_HEADER, explanation, fault=SoapFault.SENDER)
