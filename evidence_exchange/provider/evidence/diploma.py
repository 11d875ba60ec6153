"""Writes a document as structured data: the `higher-education-diploma` model of the Semantic Repository."""

from lxml import etree
from lxml.etree import QName

from evidence_exchange.sources.base import Fact, RegisteredDocument


def write_diploma(document: RegisteredDocument, model: str) -> bytes:
    """The elements in the order of the schema; the model's address is their namespace."""
    facts = {fact.key: fact for fact in document.facts}
    root = etree.Element(QName(model, "Diploma"), nsmap={None: model})
    _text(root, "Identifier", document.number)
    holder = _child(root, "Holder")
    _text(holder, "FamilyName", document.holder.family)
    _text(holder, "GivenName", document.holder.given)
    _text(holder, "DateOfBirth", document.date_of_birth.isoformat())
    _texts(root, "Degree", facts["degree"])
    _texts(root, "FieldOfStudy", facts["field"])
    _text(root, "Level", facts["level"].value(""))
    _texts(root, "Institution", facts["institution"])
    _text(root, "AwardedOn", document.issued_on.isoformat())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _child(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, QName(QName(parent).namespace, name))


def _text(parent: etree._Element, name: str, text: str) -> None:
    _child(parent, name).text = text


def _texts(parent: etree._Element, name: str, fact: Fact) -> None:
    for language, text in fact.values.items():
        element = _child(parent, name)
        # A text without a language of its own stands in English.
        element.set("lang", (language or "EN").lower())
        element.text = text
