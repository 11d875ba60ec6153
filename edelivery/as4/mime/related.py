"""An HTTP body as one SOAP part and its attachments, whichever of the two forms it came in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edelivery.as4.errors import MIME_INCONSISTENCY, As4Error, SoapFault
from edelivery.as4.limits import Limits
from edelivery.as4.mime.content_type import ContentType, read_content_type
from edelivery.as4.mime.splitting import MimePart, split
from edelivery.as4.mime.writing import SOAP_TYPE


@dataclass(frozen=True, slots=True)
class Unbundled:
    """The SOAP octets and the attachments by content id, in the order they came."""

    soap: bytes | memoryview
    attachments: Mapping[str, MimePart]


def unbundle(content_type: str, body: bytes, limits: Limits) -> Unbundled:
    """Accepts multipart/related and a bare SOAP body; SOAP 1.1 is told apart from nonsense."""
    if len(body) > limits.body:
        raise As4Error(MIME_INCONSISTENCY, "The message is larger than accepted.")
    outer = read_content_type(content_type)
    if outer.media_type != "multipart/related":
        _refuse_unless_soap(outer)
        return Unbundled(body, {})
    parts = split(body, outer.parameters.get("boundary", ""), limits)
    _refuse_repeated_identifiers(parts)
    root = _root_of(parts, outer.parameters.get("start"))
    _refuse_unless_soap(root.content_type)
    return Unbundled(root.content, _by_content_id(part for part in parts if part is not root))


def _root_of(parts: tuple[MimePart, ...], start: str | None) -> MimePart:
    if not parts:
        raise As4Error(MIME_INCONSISTENCY, "The message has no parts.")
    if start is None:
        return parts[0]
    wanted = start.strip().removeprefix("<").removesuffix(">")
    roots = [part for part in parts if part.content_id == wanted]
    if len(roots) != 1:
        raise As4Error(MIME_INCONSISTENCY, "The root part is missing.")
    return roots[0]


def _by_content_id(parts: Iterable[MimePart]) -> dict[str, MimePart]:
    attachments: dict[str, MimePart] = {}
    for part in parts:
        if part.content_id is None:
            raise As4Error(MIME_INCONSISTENCY, "An attachment has no Content-ID.")
        attachments[part.content_id] = part
    return attachments


def _refuse_repeated_identifiers(parts: tuple[MimePart, ...]) -> None:
    identifiers = [part.content_id for part in parts if part.content_id is not None]
    if len(set(identifiers)) != len(identifiers):
        raise As4Error(MIME_INCONSISTENCY, "Two parts have the same Content-ID.")


def _refuse_unless_soap(content_type: ContentType) -> None:
    if content_type.media_type == "text/xml":
        raise As4Error(MIME_INCONSISTENCY, "Only SOAP 1.2 is spoken here.", fault=SoapFault.VERSION_MISMATCH)
    if content_type.media_type != SOAP_TYPE:
        raise As4Error(MIME_INCONSISTENCY, "The message is not a SOAP 1.2 envelope.")
    if content_type.parameters.get("charset", "utf-8").lower() not in ("utf-8", "us-ascii"):
        raise As4Error(MIME_INCONSISTENCY, "The envelope is written in UTF-8.")
