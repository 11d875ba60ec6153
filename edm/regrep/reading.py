"""Reads elements and slots; what is missing is a fault at the place where it is missing, with its rule."""

from collections.abc import Mapping
from datetime import date, datetime

from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.slots import Slot
from edm.regrep.values import cleaned, read_boolean, read_date, read_moment


class Slots:
    """The slots of one element, found by name; their order counts for nothing."""

    def __init__(self, parent: Element) -> None:
        self._cells: dict[str, list[Element]] = {}
        for cell in parent.iterfind(named("rim:Slot")):
            self._cells.setdefault(cell.get("name", ""), []).append(cell)

    def has(self, slot: Slot) -> bool:
        return slot.name in self._cells

    def value(self, slot: Slot) -> Element:
        """The one value of the slot, of the type the chapter gives it."""
        cells = self._cells.get(slot.name, [])
        if len(cells) != 1:
            raise CorrespondentFault(f"There are {len(cells)} slots {slot.name}; there must be one.", rule=slot.presence)
        value = cells[0].find(named("rim:SlotValue"))
        if value is None:
            raise CorrespondentFault(f"Slot {slot.name} has no SlotValue.", rule=slot.presence)
        if local_type(value) != slot.type.rpartition(":")[2]:
            raise CorrespondentFault(f"Slot {slot.name} is not of type {slot.type}.", rule=slot.typing)
        return value

    def text(self, slot: Slot) -> str:
        return required_text(self.value(slot), "rim:Value", rule=slot.content or slot.presence)

    def optional_text(self, slot: Slot) -> str | None:
        return self.text(slot) if self.has(slot) else None

    def boolean(self, slot: Slot) -> bool:
        return read_boolean(self.text(slot), rule=slot.content or slot.typing)

    def moment(self, slot: Slot) -> datetime:
        return read_moment(self.text(slot), rule=slot.content)

    def content(self, slot: Slot, name: str) -> Element:
        """The element a slot of any value holds."""
        return required(self.value(slot), name, rule=slot.content)

    def members(self, slot: Slot, name: str) -> list[Element]:
        """The elements a collection holds, at least one."""
        members = [required(element, name, rule=slot.content) for element in self.value(slot).iterfind(named("rim:Element"))]
        if not members:
            raise CorrespondentFault(f"Slot {slot.name} is an empty collection.", rule=slot.content)
        return members

    def optional_members(self, slot: Slot, name: str) -> list[Element]:
        return self.members(slot, name) if self.has(slot) else []

    def localised(self, slot: Slot) -> Mapping[str, str]:
        """Texts by language of a slot that may be absent."""
        if not self.has(slot):
            return {}
        texts: dict[str, str] = {}
        for found in self.value(slot).iterfind(f"{named('rim:Value')}/{named('rim:LocalizedString')}"):
            texts.setdefault(_language(found.get(named("xml:lang")), slot.content), cleaned(found.get("value")))
        return texts


def local_type(element: Element) -> str:
    """`xsi:type` after the colon, which is all that most rules look at."""
    return cleaned(element.get(named("xsi:type"))).rpartition(":")[2]


def required(parent: Element, name: str, *, rule: str | None = None) -> Element:
    found = parent.find(named(name))
    if found is None:
        raise CorrespondentFault(f"{name} is missing.", rule=rule)
    return found


def required_text(parent: Element, name: str, *, rule: str | None = None) -> str:
    text = optional_text(parent, name)
    if text is None:
        raise CorrespondentFault(f"{name} is missing or blank.", rule=rule)
    return text


def optional_text(parent: Element, name: str) -> str | None:
    """None when absent or blank: an absent name never becomes an empty one."""
    return cleaned(parent.findtext(named(name))) or None


def all_texts(parent: Element, name: str) -> tuple[str, ...]:
    return tuple(cleaned(found.text) for found in parent.iterfind(named(name)))


def required_date(parent: Element, name: str, *, rule: str | None = None) -> date:
    return read_date(required_text(parent, name, rule=rule), rule=rule)


def required_attribute(element: Element, name: str, *, rule: str | None = None) -> str:
    value = cleaned(element.get(named(name)))
    if not value:
        raise CorrespondentFault(f"Attribute {name} is missing or blank.", rule=rule)
    return value


def localised(parent: Element, name: str, *, rule: str | None = None, language_rule: str | None = None) -> Mapping[str, str]:
    """Texts by language, at least one; of two in the same language the first counts."""
    texts = optional_localised(parent, name, language_rule=language_rule)
    if not texts:
        raise CorrespondentFault(f"{name} is missing or blank.", rule=rule)
    return texts


def optional_localised(parent: Element, name: str, *, language_rule: str | None = None) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    for found in parent.iterfind(named(name)):
        text = cleaned(found.text)
        if text:
            texts.setdefault(_language(found.get("lang"), language_rule), text)
    return texts


def _language(value: str | None, rule: str | None) -> str:
    language = cleaned(value).upper()
    if not language:
        raise CorrespondentFault("A text does not say in which language it is.", rule=rule)
    return language
