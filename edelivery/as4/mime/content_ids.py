"""From a cid: address to the part it means (reference 4.2)."""

from collections.abc import Container
from urllib.parse import unquote


def resolve(uri: str, known: Container[str]) -> str | None:
    """The content id as it stands, else percent-decoded as RFC 2392 wants it; None when no part has it."""
    literal = uri.removeprefix("cid:")
    return next((candidate for candidate in (literal, unquote(literal)) if candidate in known), None)
