"""Places of a document, as compiled paths; no path is ever built from a value of a message."""

from collections.abc import Callable
from typing import TypeAlias, cast

from lxml import etree

from edm.regrep.namespaces import PREFIXES, Element, local_name

Place: TypeAlias = Callable[[Element], list[Element]]


def place(*paths: str) -> Place:
    """Every element the paths lead to, from the root of the document.

    One after the other: the union of the path language sorts what it found, which a hostile document makes quadratic.
    """
    compiled = [etree.XPath(path, namespaces=PREFIXES) for path in paths]

    def find(document: Element) -> list[Element]:
        return [element for path in compiled for element in cast(list[Element], path(document))]

    return find


def slot(parent: str, name: str) -> str:
    """The path of the value of one slot."""
    return f"{parent}/rim:Slot[@name='{name}']/rim:SlotValue"


def members(parent: str, name: str, content: str) -> str:
    """The path of what the members of a collection hold."""
    return f"{slot(parent, name)}/rim:Element/{content}"


def whereabouts(element: Element) -> str:
    """The way from the root to an element, slots by their name: structure only, no value."""
    steps = [element, *element.iterancestors()]
    return "/".join(_step(step) for step in reversed(steps))


def _step(element: Element) -> str:
    name = element.get("name") if local_name(element) in {"Slot", "Property"} else None
    return f"{local_name(element)}[{name[:40]}]" if name else local_name(element)
