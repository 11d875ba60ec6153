"""What may be demanded of an element. Code lists are compared whole, without blanks or control characters around the value."""

import re
from collections.abc import Collection

from lxml import etree

from edm.regrep.namespaces import PREFIXES, Element, local_name, named
from edm.regrep.reading import local_type
from edm.regrep.values import cleaned
from edm.rules.book import Judgement


def text_of(element: Element) -> str:
    """The whole text of an element, as a rule that names a slot value compares it."""
    return cleaned("".join(element.itertext()))


def must(test: str, explanation: str) -> Judgement:
    """The element satisfies a test written as a path expression."""
    compiled = etree.XPath(f"boolean({test})", namespaces=PREFIXES)

    def judge(element: Element) -> str | None:
        return None if compiled(element) else explanation

    return judge


def one_slot(name: str) -> Judgement:
    return must(f"count(rim:Slot[@name='{name}'])=1", f"There must be exactly one slot {name}.")


def at_most_one_slot(name: str) -> Judgement:
    return must(f"count(rim:Slot[@name='{name}'])<=1", f"There may be at most one slot {name}.")


def only_slots(*names: str) -> Judgement:
    listed = " or ".join(f"@name='{name}'" for name in names)
    return must(f"not(rim:Slot[not({listed})])", f"Only these slots may stand here: {', '.join(names)}.")


def only_children(*names: str) -> Judgement:
    allowed = {named(name) for name in names}
    listed = ", ".join(name.partition(":")[2] for name in names)

    def judge(element: Element) -> str | None:
        return None if all(found.tag in allowed for found in element) else f"{local_name(element)} may hold only {listed}."

    return judge


def value_type(name: str) -> Judgement:
    """The part of xsi:type after the colon."""

    def judge(element: Element) -> str | None:
        return None if local_type(element) == name else f"The value is not of type {name}."

    return judge


def holds(name: str) -> Judgement:
    return must(name, f"The value holds no {name}.")


def states(name: str) -> Judgement:
    """A child element present and not blank."""
    return must(f"{name}[normalize-space()]", f"{name.partition(':')[2]} is missing or blank.")


def in_list(codes: Collection[str], listed: str) -> Judgement:
    def judge(element: Element) -> str | None:
        return None if text_of(element) in codes else f"{local_name(element)} is not in the list {listed}."

    return judge


def has_attribute(attribute: str) -> Judgement:
    def judge(element: Element) -> str | None:
        return None if cleaned(element.get(named(attribute))) else f"{local_name(element)} has no attribute {attribute}."

    return judge


def attribute_in(attribute: str, codes: Collection[str], listed: str) -> Judgement:
    """Judges an attribute that is there; its absence is another rule's affair."""

    def judge(element: Element) -> str | None:
        value = element.get(named(attribute))
        return None if value is None or cleaned(value) in codes else f"{attribute} of {local_name(element)} is not in the list {listed}."

    return judge


def attribute_matches(attribute: str, pattern: re.Pattern[str], form: str) -> Judgement:
    """Judges an attribute that is there; its absence is another rule's affair."""

    def judge(element: Element) -> str | None:
        value = element.get(named(attribute))
        return None if value is None or pattern.fullmatch(cleaned(value)) else f"{attribute} of {local_name(element)} is not {form}."

    return judge


def attribute_is(attribute: str, *values: str) -> Judgement:
    """Judges an attribute that must be there; one value of several."""

    def judge(element: Element) -> str | None:
        return None if cleaned(element.get(named(attribute))) in values else f"{attribute} must be {' or '.join(values)}."

    return judge


def equals_raw(value: str) -> Judgement:
    """Compared without trimming."""

    def judge(element: Element) -> str | None:
        return None if element.text == value else f"{local_name(element)} must be {value}, with nothing around it."

    return judge


def matches(pattern: re.Pattern[str], form: str) -> Judgement:
    def judge(element: Element) -> str | None:
        return None if pattern.fullmatch(text_of(element)) else f"{local_name(element)} is not {form}."

    return judge


def matches_raw(pattern: re.Pattern[str], form: str) -> Judgement:
    """Compared without trimming."""

    def judge(element: Element) -> str | None:
        return None if pattern.fullmatch(element.text or "") else f"{local_name(element)} is not {form}."

    return judge


def contains(pattern: re.Pattern[str], form: str) -> Judgement:
    """Anchored only where the pattern is."""

    def judge(element: Element) -> str | None:
        return None if pattern.search(text_of(element)) else f"{local_name(element)} is not {form}."

    return judge


def starts_secure(element: Element) -> str | None:
    return None if text_of(element).startswith("https://") else "The address does not start with https://."
