"""The entities of a data model, read from its XML schema for the page that explains it."""

from dataclasses import dataclass

from edm.regrep.namespaces import Element
from edm.regrep.parsing import parse

XS = "{http://www.w3.org/2001/XMLSchema}"


@dataclass(frozen=True, slots=True)
class Attribute:
    name: str
    type: str
    cardinality: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Entity:
    name: str
    attributes: tuple[Attribute, ...]


def entities_of(schema: str) -> tuple[Entity, ...]:
    """Every element or type of the schema that has parts, in the order of the schema."""
    if not schema:
        return ()
    found = (_entity(element) for element in parse(schema.encode()) if element.tag in {f"{XS}element", f"{XS}complexType"})
    return tuple(entity for entity in found if entity.attributes)


def _entity(element: Element) -> Entity:
    return Entity(element.get("name", ""), tuple(_attribute(part) for part in element.iterfind(f".//{XS}sequence/{XS}element")))


def _attribute(element: Element) -> Attribute:
    lowest, highest = element.get("minOccurs", "1"), element.get("maxOccurs", "1")
    return Attribute(
        name=element.get("name", ""),
        type=element.get("type", "").removeprefix("xs:"),
        cardinality=lowest if lowest == highest else f"{lowest}..{'*' if highest == 'unbounded' else highest}",
        explanation=(element.findtext(f"{XS}annotation/{XS}documentation") or "").strip(),
    )
