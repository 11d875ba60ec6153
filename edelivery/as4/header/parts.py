"""eb:PartInfo: which attachment, of which type, compressed or not (reference 6)."""

from edelivery.as4.children import Children
from edelivery.as4.compression import GZIP
from edelivery.as4.errors import DECOMPRESSION_FAILURE, EXTERNAL_PAYLOAD_ERROR, As4Error
from edelivery.as4.header.properties import read_properties
from edelivery.as4.markup import Element
from edelivery.as4.messages import Part, Property
from edelivery.as4.namespaces import eb

UNDECLARED = "application/octet-stream"
OF_THE_GATEWAY = ("MimeType", "CompressionType")


def read_part(part_info: Element) -> Part:
    properties = _read_part_properties(part_info)
    values = {item.name: item.value for item in properties}
    compression = values.get("CompressionType")
    if compression is not None and (compression != GZIP or not values.get("MimeType")):
        raise As4Error(DECOMPRESSION_FAILURE, "A compressed part names application/gzip and its own MimeType.")
    return Part(
        content_id=_read_href(part_info.get("href")),
        media_type=values.get("MimeType") or UNDECLARED,
        compressed=compression is not None,
        properties=tuple(item for item in properties if item.name not in OF_THE_GATEWAY),
    )


def _read_part_properties(part_info: Element) -> tuple[Property, ...]:
    children = Children(part_info)
    children.optional(eb("Schema"))
    children.optional(eb("Description"))
    properties = children.optional(eb("PartProperties"))
    children.end()
    return read_properties(properties) if properties is not None else ()


def _read_href(href: str | None) -> str:
    if href is None or not href.startswith("cid:") or len(href) == len("cid:"):
        raise As4Error(EXTERNAL_PAYLOAD_ERROR, "A payload is carried in the message itself, as a MIME part.")
    return href.removeprefix("cid:")
