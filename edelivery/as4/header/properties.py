"""Properties of a message or of a part."""

from edelivery.as4.children import Children, invalid
from edelivery.as4.errors import VALUE_INCONSISTENT, As4Error
from edelivery.as4.markup import Element, text_of
from edelivery.as4.messages import Property
from edelivery.as4.namespaces import eb


def read_properties(parent: Element) -> tuple[Property, ...]:
    """In the order written; a name given twice would let two readers see two values."""
    children = Children(parent)
    properties = tuple(_read_property(element) for element in children.many(eb("Property")))
    children.end()
    if len({item.name for item in properties}) != len(properties):
        raise As4Error(VALUE_INCONSISTENT, "A property is given twice.")
    return properties


def _read_property(element: Element) -> Property:
    name = element.get("name")
    if not name or len(element):
        raise invalid("A Property has no name, or has children.")
    return Property(name, text_of(element), element.get("type"))
