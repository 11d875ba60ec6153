"""The SOAP 1.2 envelope around an ebMS header (reference 4, 5 and 13)."""

from dataclasses import dataclass

from lxml import etree

from edelivery.as4.errors import FAILED_AUTHENTICATION, INVALID_HEADER, MIME_INCONSISTENCY, As4Error, SoapFault
from edelivery.as4.limits import Limits
from edelivery.as4.markup import Element, text_of
from edelivery.as4.namespaces import MUST_UNDERSTAND, PREFIXES, SOAP11, XML, eb, env, wsse
from edelivery.as4.parsing import parse

OUR_ROLES = (
    None,
    "",
    "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver",
    "http://www.w3.org/2003/05/soap-envelope/role/next",
)
UNDERSTOOD = (eb("Messaging"), wsse("Security"))


@dataclass(frozen=True, slots=True, eq=False)
class SoapEnvelope:
    """A parsed envelope: the very nodes that are processed are the nodes whose digests are checked."""

    root: Element
    body: Element
    messaging: Element | None
    security: Element | None
    nodes: dict[str, Element]


def read_soap(content: bytes | memoryview, limits: Limits) -> SoapEnvelope:
    """The envelope with its two header blocks found and every identifier unique."""
    root = parse(content, limits)
    _refuse_other_versions(root)
    header, body = _header_and_body(root)
    _refuse_what_we_must_but_do_not_understand(header)
    return SoapEnvelope(root, body, _only(header, eb("Messaging")), _only(header, wsse("Security")), _nodes_by_identifier(root))


def is_empty(body: Element) -> bool:
    return len(body) == 0 and not text_of(body)


def _refuse_other_versions(root: Element) -> None:
    if root.tag == f"{{{SOAP11}}}Envelope":
        raise As4Error(MIME_INCONSISTENCY, "Only SOAP 1.2 is spoken here.", fault=SoapFault.VERSION_MISMATCH)
    if root.tag != env("Envelope"):
        raise As4Error(INVALID_HEADER, "The document is not a SOAP 1.2 envelope.", fault=SoapFault.SENDER)


def _header_and_body(root: Element) -> tuple[Element, Element]:
    children = list(root)
    names = [child.tag for child in children]
    if names == [env("Body")]:  # a fault may come without a header: CXF writes it before Domibus is reached
        return etree.Element(env("Header")), children[0]
    if names != [env("Header"), env("Body")]:
        raise As4Error(INVALID_HEADER, "An envelope has exactly one Header and one Body.", fault=SoapFault.SENDER)
    return children[0], children[1]


def _refuse_what_we_must_but_do_not_understand(header: Element) -> None:
    for block in header:
        if block.tag not in UNDERSTOOD and block.get(MUST_UNDERSTAND) in ("true", "1") and _is_for_us(block):
            raise As4Error(INVALID_HEADER, "A header block that must be understood is not.", fault=SoapFault.MUST_UNDERSTAND)


def _only(header: Element, name: str) -> Element | None:
    found = header.findall(name)
    if len(found) > 1 or (found and not _is_for_us(found[0])):
        raise As4Error(INVALID_HEADER, f"There is exactly one {etree.QName(name).localname} block, and it is for the receiver.")
    return found[0] if found else None


def _is_for_us(block: Element) -> bool:
    return block.get(env("role")) in OUR_ROLES


_identifiers = etree.XPath(
    "//@wsu:Id | //@Id | //@id | //@ID | //@xml:id", namespaces={"wsu": PREFIXES["wsu"], "xml": XML}, smart_strings=True
)


def _nodes_by_identifier(root: Element) -> dict[str, Element]:
    nodes: dict[str, Element] = {}
    for identifier in _identifiers(root):
        node = identifier.getparent()
        # Domibus writes both id and wsu:Id on one element: harmless, both mean the same node.
        if nodes.setdefault(str(identifier), node) is not node:
            raise As4Error(FAILED_AUTHENTICATION, "Two elements share one identifier.")
    return nodes
