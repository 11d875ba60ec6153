"""Splits a multipart body at its boundaries and nowhere else (reference 4.3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edelivery.as4.errors import MIME_INCONSISTENCY, As4Error
from edelivery.as4.limits import Limits
from edelivery.as4.mime.content_type import ContentType, read_content_type

_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")
_END_OF_LINE = re.compile(rb"[ \t]*\r\n")
_PLAIN_ENCODINGS = ("binary", "8bit", "7bit")


@dataclass(frozen=True, slots=True)
class MimePart:
    """One part: its content is a view on the body, not a copy."""

    content_type: ContentType
    content_id: str | None
    content: memoryview


def split(body: bytes, boundary: str, limits: Limits) -> tuple[MimePart, ...]:
    """The parts in order. The line end before a boundary belongs to the boundary."""
    if not _BOUNDARY.fullmatch(boundary):
        raise _refusal("The boundary is missing or malformed.")
    parts = []
    for start, end in _spans(body, b"--" + boundary.encode()):
        parts.append(_read_part(body, start, end, limits))
        if len(parts) > limits.attachments + 1:
            raise _refusal("The message has more parts than accepted.")
    return tuple(parts)


def _spans(body: bytes, delimiter: bytes) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends; a body that is cut off has no last delimiter."""
    beginning = None
    for position, after, closes in _delimiters(body, delimiter):
        if beginning is not None:
            yield beginning, max(position, beginning)
        if closes:
            return
        beginning = after
    raise _refusal("The multipart body is not closed.")


def _delimiters(body: bytes, delimiter: bytes) -> Iterator[tuple[int, int, bool]]:
    """Each delimiter line: where the part before it ends, where the next begins, whether it is the last."""
    at = 0 if body.startswith(delimiter) else _next(body, delimiter, 0)
    while at >= 0:
        line_start = at if at == 0 and body.startswith(delimiter) else at + 2
        after = line_start + len(delimiter)
        if body.startswith(b"--", after):
            yield at, after + 2, True
        elif line_end := _END_OF_LINE.match(body, after):
            # The line end of a delimiter may also begin the next one: an empty part.
            yield at, line_end.end(), False
        at = _next(body, delimiter, after)


def _next(body: bytes, delimiter: bytes, position: int) -> int:
    return body.find(b"\r\n" + delimiter, position)


def _read_part(body: bytes, start: int, end: int, limits: Limits) -> MimePart:
    if body.startswith(b"\r\n", start):
        headers_end, content_start = start, start + 2
    else:
        headers_end = body.find(b"\r\n\r\n", start, min(end, start + limits.part_header) + 4)
        content_start = headers_end + 4
    if headers_end < 0 or content_start > end:
        raise _refusal("The headers of a part are too long or do not end.")
    headers = _read_headers(body[start:headers_end])
    content_type = read_content_type(headers.get("content-type", "text/plain"))
    if content_type.is_composite:
        raise _refusal("A part is itself composed of parts.")
    if headers.get("content-transfer-encoding", "binary").lower() not in _PLAIN_ENCODINGS:
        raise _refusal("Parts travel as binary.")
    return MimePart(content_type, _read_content_id(headers.get("content-id")), memoryview(body)[content_start:end])


def _read_headers(block: bytes) -> dict[str, str]:
    try:
        text = block.decode("ascii")
    except UnicodeDecodeError as error:
        raise _refusal("The headers of a part are not ASCII.") from error
    headers: dict[str, str] = {}
    for line in re.sub(r"\r\n[ \t]+", " ", text).split("\r\n") if text else ():
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip() or name.lower() in headers:
            raise _refusal("A part has malformed or repeated headers.")
        headers[name.lower()] = value.strip()
    return headers


def _read_content_id(value: str | None) -> str | None:
    if value is None:
        return None
    inner = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    if not inner or not inner.isprintable() or set(inner) & set("<> "):
        raise _refusal("A Content-ID cannot be read.")
    return inner


def _refusal(explanation: str) -> As4Error:
    return As4Error(MIME_INCONSISTENCY, explanation)
