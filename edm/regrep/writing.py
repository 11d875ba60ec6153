"""Writes elements and slots; whatever text is given is escaped by the library."""

from collections.abc import Mapping
from datetime import datetime

from lxml import etree

from edm.errors import CallerMistake
from edm.regrep.namespaces import PREFIXES, Element, named
from edm.regrep.slots import COLLECTION_SET, CONTENT, Slot
from edm.regrep.values import moment_text


def root(name: str, prefixes: tuple[str, ...]) -> Element:
    return etree.Element(named(name), nsmap={prefix: PREFIXES[prefix] for prefix in prefixes})


def child(parent: Element, name: str, text: str | None = None) -> Element:
    element = etree.SubElement(parent, named(name))
    if text is not None:
        try:
            element.text = text
        except ValueError as failure:
            raise CallerMistake(f"{name} holds a character that XML cannot carry.") from failure
    return element


def attribute(element: Element, name: str, value: str) -> None:
    try:
        element.set(named(name), value)
    except ValueError as failure:
        raise CallerMistake(f"Attribute {name} holds a character that XML cannot carry.") from failure


def optional_child(parent: Element, name: str, text: str | None) -> None:
    if text is not None:
        child(parent, name, text)


def localised_children(parent: Element, name: str, texts: Mapping[str, str]) -> None:
    """One element per language, with `lang` of no namespace as the sdg elements have it."""
    for language, text in texts.items():
        attribute(child(parent, name, text), "lang", language)


def text_slot(parent: Element, slot: Slot, text: str) -> None:
    child(slot_value(parent, slot), "rim:Value", text)


def boolean_slot(parent: Element, slot: Slot, value: bool) -> None:
    text_slot(parent, slot, "true" if value else "false")


def moment_slot(parent: Element, slot: Slot, moment: datetime) -> None:
    text_slot(parent, slot, moment_text(moment))


def localised_slot(parent: Element, slot: Slot, texts: Mapping[str, str]) -> None:
    value = child(slot_value(parent, slot), "rim:Value")
    for language, text in texts.items():
        localised = child(value, "rim:LocalizedString")
        attribute(localised, "xml:lang", language)
        attribute(localised, "value", text)


def slot_value(parent: Element, slot: Slot) -> Element:
    """The cell of a slot that holds one element."""
    cell = child(parent, "rim:Slot")
    cell.set("name", slot.name)
    value = child(cell, "rim:SlotValue")
    value.set(named("xsi:type"), slot.type)
    return value


def collection(parent: Element, slot: Slot) -> Element:
    """The cell of a slot that holds members."""
    value = slot_value(parent, slot)
    value.set("collectionType", COLLECTION_SET)
    return value


def member(collection_value: Element) -> Element:
    element = child(collection_value, "rim:Element")
    element.set(named("xsi:type"), CONTENT)
    return element


def serialise(document: Element) -> bytes:
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", pretty_print=True)
