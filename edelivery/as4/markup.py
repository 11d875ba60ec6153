"""XML as we write and canonicalise it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

XML_SPACE = " \t\r\n"


def add(parent: Element, name: str, text: str | None = None, /, attributes: Mapping[str, str | None] | None = None) -> Element:
    """A child with its text; attributes that are None are left out."""
    present = {key: value for key, value in attributes.items() if value is not None} if attributes else None
    child = etree.SubElement(parent, name, present)
    child.text = text
    return child


def canonical(element: Element, inclusive_prefixes: Sequence[str] = ()) -> bytes:
    """Exclusive canonical form without comments, always from the node that was received or will be sent.

    Writers pass no prefixes: for a tree built in memory lxml ignores those its dictionary does not know,
    so that the digest would depend on what the process parsed before.
    """
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=inclusive_prefixes or None)


def text_of(element: Element) -> str:
    return (element.text or "").strip(XML_SPACE)
