"""The envelope of every answer: version slot, then registry objects or exceptions (chapter 3.2)."""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from lxml import etree

from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.parsing import parse
from edm.regrep.reading import Slots
from edm.regrep.slots import CONTENT, STRING, Slot
from edm.regrep.writing import attribute, child, root, slot_value, text_slot

VERSION = "oots-cs:v2.0"
STATUS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:"
SPECIFICATION = Slot("SpecificationIdentifier", STRING, "common-services 3.2", "common-services 3.2")
REQUIREMENT = Slot("Requirement", CONTENT, "R-EB-REQ-S011", "R-EB-REQ-S013", "R-EB-REQ-S014")
DATA_SERVICE = Slot("DataServiceEvidenceType", CONTENT, "R-DSD-RESP-S009", "R-DSD-RESP-S010", "R-DSD-RESP-S011")

Write = Callable[[Element], object]


class OtherVersion(CorrespondentFault):
    """The answer is not of the version asked for: its paths would be silently empty."""


def write_success(slot: Slot, contents: Iterable[Write], *, object_ids: Callable[[], UUID]) -> bytes:
    """One registry object per content; its id is made for this answer and identifies nothing."""
    document = _document("Success")
    objects = child(document, "rim:RegistryObjectList")
    for write in contents:
        registry_object = child(objects, "rim:RegistryObject")
        attribute(registry_object, "id", object_ids().urn)
        write(slot_value(registry_object, slot))
    return _bytes(document)


def write_failure(exceptions: Iterable[Write]) -> bytes:
    document = _document("Failure")
    for write in exceptions:
        write(document)
    return _bytes(document)


def read_envelope(content: bytes, *, version: str = VERSION) -> Element:
    """The document, once it is an answer of the version asked for."""
    document = parse(content)
    if document.tag != named("query:QueryResponse"):
        raise CorrespondentFault("The answer is no QueryResponse.", rule="R-EB-REQ-S001")
    slots = Slots(document)
    if slots.optional_text(SPECIFICATION) != version:
        raise OtherVersion(f"The answer is not written in {version}.")
    return document


def is_success(document: Element) -> bool:
    status = document.get("status", "")
    if status not in {STATUS + "Success", STATUS + "Failure"}:
        raise CorrespondentFault("The answer has no known status.", rule="R-EB-REQ-S005")
    return status == STATUS + "Success"


def contents(document: Element, slot: Slot, name: str) -> Iterator[Element]:
    """What the registry objects hold; a success without any is a fault."""
    objects = document.findall(f"{named('rim:RegistryObjectList')}/{named('rim:RegistryObject')}")
    if not objects:
        raise CorrespondentFault("A success holds no registry object.", rule="R-EB-REQ-S018")
    for registry_object in objects:
        yield Slots(registry_object).content(slot, name)


def _document(status: str) -> Element:
    document = root("query:QueryResponse", ("query", "rim", "rs", "sdg", "xsi"))
    attribute(document, "status", STATUS + status)
    text_slot(document, SPECIFICATION, VERSION)
    return document


def _bytes(document: Element) -> bytes:
    etree.indent(document, space="    ")
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True) + b"\n"
