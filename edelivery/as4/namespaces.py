"""The namespaces of an AS4 envelope; elements are matched by address, never by prefix (reference 5)."""

from collections.abc import Callable
from functools import cache

SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/"
EBMS = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/"
EBBP = "http://docs.oasis-open.org/ebxml-bp/ebbp-signals-2.0"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"
XENC = "http://www.w3.org/2001/04/xmlenc#"
XENC11 = "http://www.w3.org/2009/xmlenc11#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
XML = "http://www.w3.org/XML/1998/namespace"

PREFIXES = {
    "env": SOAP12,
    "eb": EBMS,
    "ebbp": EBBP,
    "wsse": WSSE,
    "wsse11": WSSE11,
    "wsu": WSU,
    "ds": DS,
    "xenc": XENC,
    "xenc11": XENC11,
}


def _names_of(namespace: str) -> Callable[[str], str]:
    @cache
    def qualified(name: str) -> str:
        return f"{{{namespace}}}{name}"

    return qualified


env = _names_of(SOAP12)
eb = _names_of(EBMS)
ebbp = _names_of(EBBP)
wsse = _names_of(WSSE)
ds = _names_of(DS)
xenc = _names_of(XENC)
xenc11 = _names_of(XENC11)
ec = _names_of(EXCLUSIVE)

MUST_UNDERSTAND = env("mustUnderstand")
