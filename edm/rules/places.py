"""Places of a document, as compiled paths; no path is ever built from a value of a message."""

from collections.abc import Callable
from typing import TypeAlias, cast

from lxml import etree

from edm.regrep.namespaces import PREFIXES, Element

Place: TypeAlias = Callable[[Element], list[Element]]


def place(path: str) -> Place:
    """Every element the path leads to, from the root of the document."""
    compiled = etree.XPath(path, namespaces=PREFIXES)

    def find(document: Element) -> list[Element]:
        return cast(list[Element], compiled(document))

    return find


def slot(parent: str, name: str) -> str:
    """The path of the value of one slot."""
    return f"{parent}/rim:Slot[@name='{name}']/rim:SlotValue"


def members(parent: str, name: str, content: str) -> str:
    """The path of what the members of a collection hold."""
    return f"{slot(parent, name)}/rim:Element/{content}"
