"""Reads the children of an element strictly in the order of its schema."""

from collections.abc import Iterator

from lxml import etree

from edelivery.as4.errors import INVALID_HEADER, As4Error, ErrorCode
from edelivery.as4.markup import Element, text_of


def exactly(parent: Element, *names: str, fault: ErrorCode = INVALID_HEADER) -> list[Element]:
    """The children of an element that has these, in this order, and no other."""
    children = list(parent)
    if [child.tag for child in children] != list(names):
        raise As4Error(fault, f"{_local(parent)} has not the children it should have.")
    return children


class Children:
    """The children of one element, taken one after the other; whatever is left over is a fault."""

    def __init__(self, parent: Element, fault: ErrorCode = INVALID_HEADER) -> None:
        self._parent = parent
        self._fault = fault
        self._children: list[Element] = list(parent)
        self._position = 0

    def optional(self, name: str) -> Element | None:
        if self._position < len(self._children) and self._children[self._position].tag == name:
            self._position += 1
            return self._children[self._position - 1]
        return None

    def one(self, name: str) -> Element:
        child = self.optional(name)
        if child is None:
            raise As4Error(self._fault, f"{_local(self._parent)} lacks {_local(name)}, or has it out of order.")
        return child

    def many(self, name: str) -> Iterator[Element]:
        while (child := self.optional(name)) is not None:
            yield child

    def end(self) -> None:
        if self._position < len(self._children):
            raise As4Error(self._fault, f"{_local(self._parent)} has a child too many.")


def text_in(element: Element) -> str:
    """The text of a leaf, which the schema wants non-empty."""
    value = text_of(element)
    if not value or len(element):
        raise invalid(f"{_local(element)} has no text.")
    return value


def invalid(explanation: str) -> As4Error:
    return As4Error(INVALID_HEADER, explanation)


def _local(name: str | Element) -> str:
    return etree.QName(name).localname
