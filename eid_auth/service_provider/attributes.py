"""Reads the attributes with their script marker, which python3-saml's get_attributes() throws away (identity 3.5)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from eid_auth.service_provider.attribute_names import LEGAL, MANDATORY_NAMES, REPRESENTATIVE, SCRIPT_VARIANTS
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.namespaces import URI_NAME_FORMAT, saml

FALSE = frozenset({"false", "0"})


@dataclass(frozen=True, slots=True)
class Value:
    """An attribute's value: the Latin form, and the form in its own script where there is another."""

    latin: str
    original: str | None = None


def read_attributes(assertion: _Element) -> Mapping[str, Value]:
    """The one complete set of a natural person, by attribute Name."""
    statements = assertion.findall(saml("AttributeStatement"))
    if len(statements) != 1:
        raise LoginRefused(Refusal.ATTRIBUTES)
    found: dict[str, Value] = {}
    for attribute in statements[0].iterchildren(etree.Element):
        name = attribute.get("Name", "")
        if attribute.tag != saml("Attribute") or attribute.get("NameFormat") != URI_NAME_FORMAT or name in found:
            raise LoginRefused(Refusal.ATTRIBUTES)
        found[name] = _value(name, attribute)
    _refuse_unless_one_natural_person(found)
    return found


def _refuse_unless_one_natural_person(found: Mapping[str, Value]) -> None:
    # Unprefixed is the represented, `representative/` the one at the keyboard: taking one for the other leaks data.
    if any(name.startswith((*REPRESENTATIVE, LEGAL)) for name in found):
        raise LoginRefused(Refusal.REPRESENTATION)
    if not found.keys() >= MANDATORY_NAMES:
        raise LoginRefused(Refusal.ATTRIBUTES)


def _value(name: str, attribute: _Element) -> Value:
    elements = list(attribute.iterchildren(etree.Element))
    if any(element.tag != saml("AttributeValue") or len(element) for element in elements):
        raise LoginRefused(Refusal.ATTRIBUTES)
    latin = [_text(element) for element in elements if _is_latin(element)]
    original = [_text(element) for element in elements if not _is_latin(element)]
    if len(latin) != 1 or len(original) > (name in SCRIPT_VARIANTS) or "" in latin + original:
        raise LoginRefused(Refusal.ATTRIBUTES)
    return Value(latin[0], original[0] if original else None)


def _is_latin(element: _Element) -> bool:
    """LatinScript stands in the namespace of the value's type; without it the value is Latin."""
    markers = [value for name, value in element.attrib.items() if etree.QName(name).localname == "LatinScript"]
    return not any(marker in FALSE for marker in markers)


def _text(element: _Element) -> str:
    return unicodedata.normalize("NFC", (element.text or "").strip())
