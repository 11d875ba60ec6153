"""The one place where XML from outside becomes a document."""

from lxml import etree

from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element

LIMIT = 16 * 1024 * 1024
DEEPEST = 64
MOST_ELEMENTS = 200_000

_too_many = etree.XPath(f"count(//*) > {MOST_ELEMENTS}")
_too_deep = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")


def parse(content: bytes, *, limit: int = LIMIT) -> Element:
    """The root of the document; a fault when it is not well-formed, too large or too deep, or declares a DOCTYPE.

    Comments and instructions are dropped, so that none can cut a text in two.
    """
    if len(content) > limit:
        raise CorrespondentFault(f"The document is larger than {limit} bytes.")
    root = _read(content)
    if root.getroottree().docinfo.internalDTD is not None:
        raise CorrespondentFault("The document declares a DOCTYPE.")
    if _too_deep(root):
        raise CorrespondentFault(f"The document is nested deeper than {DEEPEST} elements.")
    if _too_many(root):
        raise CorrespondentFault(f"The document holds more than {MOST_ELEMENTS} elements.")
    return root


def _read(content: bytes) -> Element:
    # A parser keeps state and must not be shared between threads.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as failure:
        raise CorrespondentFault("The document is not well-formed XML.") from failure
