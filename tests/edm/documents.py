"""Documents to look at and to spoil."""

from collections.abc import Callable

from lxml import etree

from edm.regrep.namespaces import PREFIXES, Element, named
from edm.regrep.parsing import parse
from edm.regrep.values import cleaned

Change = Callable[[Element], None]


def tree_of(element: Element) -> tuple[object, ...]:
    """All that a document says, without prefixes, white space and the order of attributes."""
    return (element.tag, dict(element.attrib), cleaned(element.text), [tree_of(found) for found in element])


def spoilt(content: bytes, change: Change) -> bytes:
    document = parse(content)
    change(document)
    return etree.tostring(document)


def found(document: Element, path: str) -> list[Element]:
    elements = document.xpath(path, namespaces=PREFIXES)
    assert elements, f"nothing at {path}"
    return elements


def slot(name: str) -> str:
    return f"//rim:Slot[@name='{name}']"


def without(path: str) -> Change:
    def change(document: Element) -> None:
        for element in found(document, path):
            element.getparent().remove(element)

    return change


def saying(path: str, text: str) -> Change:
    """The text of every element at the path replaced."""

    def change(document: Element) -> None:
        for element in found(document, path):
            for child in list(element):
                element.remove(child)
            element.text = text

    return change


def having(path: str, attribute: str, value: str | None) -> Change:
    """An attribute of every element at the path replaced, or taken away."""

    def change(document: Element) -> None:
        for element in found(document, path):
            if value is None:
                del element.attrib[named(attribute)]
            else:
                element.set(named(attribute), value)

    return change


def holding(path: str, name: str, text: str | None = None, *, first: bool = False) -> Change:
    """A child added to the first element at the path."""

    def change(document: Element) -> None:
        parent = found(document, path)[0]
        child = etree.SubElement(parent, named(name))
        child.text = text
        if first:
            parent.insert(0, child)

    return change


def twice(path: str) -> Change:
    """The first element at the path repeated beside itself."""

    def change(document: Element) -> None:
        element = found(document, path)[0]
        element.addnext(parse(etree.tostring(element, with_tail=False)))

    return change


def with_slot(parent: str, name: str, value_type: str = "rim:StringValueType", value: str = "x") -> Change:
    def change(document: Element) -> None:
        cell = etree.SubElement(found(document, parent)[0], named("rim:Slot"), name=name)
        slot_value = etree.SubElement(cell, named("rim:SlotValue"), {named("xsi:type"): value_type})
        etree.SubElement(slot_value, named("rim:Value")).text = value

    return change


def renamed(path: str, name: str) -> Change:
    def change(document: Element) -> None:
        for element in found(document, path):
            element.tag = named(name)

    return change


def in_turn(*changes: Change) -> Change:
    def change(document: Element) -> None:
        for one in changes:
            one(document)

    return change
