"""The blob store port."""

from dataclasses import dataclass
from typing import Protocol

from edm.errors import OotsError


class BlobMissing(OotsError):
    """The blob was wiped or never finished; the digest alone remains."""


class BlobAltered(OotsError):
    """The stored bytes are not those whose digest the database keeps."""


@dataclass(frozen=True, slots=True)
class Blob:
    """What a row keeps of stored bytes: `key` names them, `digest` (SHA-256, hex) proves them."""

    key: str
    digest: str
    size: int


class BlobStore(Protocol):
    def put(self, content: bytes) -> Blob:
        """Keep the bytes durably before returning."""
        ...

    def get(self, blob: Blob) -> bytes:
        """The same bytes again. Raises BlobMissing or BlobAltered."""
        ...

    def wipe(self, key: str) -> None:
        """Forget the bytes; wiping what is gone is silent."""
        ...
