"""Base64 as it stands in XML: with line breaks and blanks anywhere, or not base64 at all."""

from base64 import b64decode, b64encode
from binascii import Error


def encode(octets: bytes) -> str:
    return b64encode(octets).decode("ascii")


def decode(text: str | None) -> bytes:
    """Raises ValueError for anything that is not base64."""
    try:
        return b64decode("".join((text or "").split()).encode("ascii"), validate=True)
    except (Error, UnicodeEncodeError) as error:
        raise ValueError("not base64") from error
