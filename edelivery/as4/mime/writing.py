"""Puts a SOAP envelope and its attachments into one body."""

from collections.abc import Iterable

SOAP_TYPE = "application/soap+xml"
SOAP_UTF8 = "application/soap+xml; charset=UTF-8"
OCTETS = "application/octet-stream"


def write_multipart(envelope: bytes, attachments: Iterable[tuple[str, tuple[bytes, ...]]], *, token: str) -> tuple[str, bytes]:
    """Content type and body; each attachment is a content id and the pieces of its (encrypted) octets."""
    boundary, root = f"as4-{token}", f"root.{token}@as4"
    pieces = [_part_head(boundary, SOAP_UTF8, root), envelope]
    for content_id, octets in attachments:
        pieces += (b"\r\n", _part_head(boundary, OCTETS, content_id), *octets)
    pieces.append(f"\r\n--{boundary}--\r\n".encode())
    # `type` carries no charset: some receivers fail on it.
    content_type = f'multipart/related; type="{SOAP_TYPE}"; boundary="{boundary}"; start="<{root}>"; start-info="{SOAP_TYPE}"'
    return content_type, b"".join(pieces)


def _part_head(boundary: str, content_type: str, content_id: str) -> bytes:
    return (
        f"--{boundary}\r\nContent-Type: {content_type}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <{content_id}>\r\n\r\n"
    ).encode("ascii")
