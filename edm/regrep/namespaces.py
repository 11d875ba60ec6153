"""Namespaces, and the names of elements and attributes within them."""

from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

QUERY = "urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0"
RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:4.0"
RS = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:4.0"
SDG = "http://data.europa.eu/p4s"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
EB = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/"

PREFIXES = {"query": QUERY, "rim": RIM, "rs": RS, "sdg": SDG, "xsi": XSI, "xlink": XLINK, "eb": EB}
_ALL = PREFIXES | {"xml": XML}


@cache
def named(prefixed: str) -> str:
    """`sdg:Agent` as lxml wants it; a name without prefix stays as it is."""
    prefix, _, local = prefixed.rpartition(":")
    return f"{{{_ALL[prefix]}}}{local}" if prefix else local


def local_name(element: Element) -> str:
    return etree.QName(element).localname
