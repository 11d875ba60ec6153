"""Slots: the named, typed cells of which every RegRep document is made."""

from dataclasses import dataclass

STRING = "rim:StringValueType"
BOOLEAN = "rim:BooleanValueType"
MOMENT = "rim:DateTimeValueType"
LOCALISED = "rim:InternationalStringValueType"
CONTENT = "rim:AnyValueType"
COLLECTION = "rim:CollectionValueType"

COLLECTION_SET = "urn:oasis:names:tc:ebxml-regrep:CollectionType:Set"


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a chapter: its type, and the rules broken when it is absent, of another type, or holds something else."""

    name: str
    type: str
    presence: str
    typing: str
    content: str | None = None
