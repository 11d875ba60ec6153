"""XML written in its exclusive canonical form, so that what is digested is what is sent, octet for octet.

Canonical form is the same wherever a block is put, so blocks are digested first and put together
afterwards. It asks for: namespaces before attributes, both in a fixed order, no empty-element tags,
and exactly these escapes (Canonical XML 1.0 section 2.3).
"""

import re
from dataclasses import dataclass
from functools import cache

from edelivery.as4.namespaces import PREFIXES

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Block:
    """An element to be signed, in canonical form, with the wsu:Id the signature refers to."""

    identifier: str
    xml: str

    @property
    def octets(self) -> bytes:
        """Raises ValueError for characters that no XML document can hold."""
        if _UNWRITABLE.search(self.xml):
            raise ValueError("a character no XML document can hold")
        return self.xml.encode()


def element(tag: str, /, *content: str, **attributes: str | None) -> str:
    """One element; attributes that are None are left out. `content` is written already: text goes through `text`."""
    return f"<{tag}{_present(attributes)}>{''.join(content)}</{tag}>"


def apex(tag: str, /, *content: str, declare: tuple[str, ...], **attributes: str | None) -> str:
    """An element that declares the prefixes in use in it, which no element around it declares."""
    return f"<{tag}{_declarations(declare)}{_present(attributes)}>{''.join(content)}</{tag}>"


def text(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def _present(attributes: dict[str, str | None]) -> str:
    if not attributes:
        return ""
    ordered = sorted(attributes, key=_rank) if len(attributes) > 1 else attributes
    return "".join([f' {name}="{_attribute(value)}"' for name in ordered if (value := attributes[name]) is not None])


def _attribute(value: str) -> str:
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return escaped.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")


@cache
def _declarations(prefixes: tuple[str, ...]) -> str:
    return "".join(f' xmlns:{prefix}="{PREFIXES[prefix]}"' for prefix in sorted(prefixes))


@cache
def _rank(attribute: str) -> tuple[str, str]:
    """Attributes stand by the address of their namespace, none first, then by local name."""
    prefix, _, local = attribute.rpartition(":")
    return PREFIXES.get(prefix, prefix), local
