"""What exactly of an attachment is digested (reference 7.3, the rule of WSS4J and so of every peer)."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from edelivery.as4.markup import canonical_document
from edelivery.as4.parsing import parse_payload

_XML = re.compile(r"(text|application)/xml|(application|image)/[^;]*\+xml")
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Attachment:
    """Octets as they are signed: compressed, not encrypted; with the type announced at that moment."""

    media_type: str
    octets: bytes | memoryview


class DigestForm(Enum):
    """How the octets of a media type enter the digest."""

    CANONICAL = auto()
    TEXT = auto()
    RAW = auto()


def digest_form(media_type: str) -> DigestForm:
    name = media_type.partition(";")[0].strip().lower()
    if _XML.fullmatch(name):
        return DigestForm.CANONICAL
    return DigestForm.TEXT if name.startswith("text/") else DigestForm.RAW


def digested_octets(attachment: Attachment) -> bytes | memoryview:
    """Raises ValueError when XML is announced and something else came."""
    form = digest_form(attachment.media_type)
    if form is DigestForm.CANONICAL:
        return canonical_document(parse_payload(attachment.octets))
    if form is DigestForm.TEXT:
        return _LINE_END.sub(b"\r\n", attachment.octets)
    return attachment.octets
