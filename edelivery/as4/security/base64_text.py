"""Base64 as it stands in XML: with line breaks and blanks anywhere, or not base64 at all."""

from base64 import b64decode, b64encode


def encode(octets: bytes) -> str:
    return b64encode(octets).decode("ascii")


def decode(text: str | None) -> bytes:
    """Raises ValueError for anything that is not base64."""
    return b64decode("".join((text or "").split()), validate=True)
