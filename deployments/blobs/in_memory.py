"""Keeps blobs in a dictionary: for tests."""

import hashlib
from uuid import uuid4

from deployments.blobs.base import Blob, BlobMissing


class InMemoryBlobStore:
    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def put(self, content: bytes) -> Blob:
        key = uuid4().hex
        self.contents[key] = content
        return Blob(key, hashlib.sha256(content).hexdigest(), len(content))

    def get(self, blob: Blob) -> bytes:
        try:
            return self.contents[blob.key]
        except KeyError:
            raise BlobMissing(blob.key) from None

    def wipe(self, key: str) -> None:
        self.contents.pop(key, None)
