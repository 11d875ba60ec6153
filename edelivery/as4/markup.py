"""XML elements as lxml parsed them."""

from collections.abc import Sequence
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

XML_SPACE = " \t\r\n"


def canonical(element: Element, inclusive_prefixes: Sequence[str] = ()) -> bytes:
    """Exclusive canonical form without comments, always from the node that was received.

    Never for a tree built in memory: there lxml ignores inclusive prefixes its dictionary does not
    know, so that the digest would depend on what the process parsed before.
    """
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=inclusive_prefixes or None)


def canonical_document(root: Element) -> bytes:
    """The whole document of that root, with what stands beside it."""
    return etree.tostring(root.getroottree(), method="c14n", exclusive=True, with_comments=False)


def text_of(element: Element) -> str:
    return (element.text or "").strip(XML_SPACE)
