"""Encrypted files of mode 0600 under the state folder, fanned out over 256 folders."""

import hashlib
import os
from pathlib import Path
from uuid import UUID, uuid4

from deployments.blobs.base import Blob, BlobAltered, BlobMissing
from deployments.sealing import Sealer
from edm.errors import OotsError


class FileBlobStore:
    def __init__(self, folder: Path, sealer: Sealer) -> None:
        self._folder = folder
        self._sealer = sealer

    def put(self, content: bytes) -> Blob:
        key = uuid4().hex
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = path.with_suffix(".part")
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(self._sealer.seal(content, context=f"blob:{key}"))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        return Blob(key, hashlib.sha256(content).hexdigest(), len(content))

    def get(self, blob: Blob) -> bytes:
        try:
            sealed = self._path(blob.key).read_bytes()
        except FileNotFoundError:
            raise BlobMissing(blob.key) from None
        try:
            content = self._sealer.open(sealed, context=f"blob:{blob.key}")
        except OotsError as fault:
            raise BlobAltered(blob.key) from fault
        if hashlib.sha256(content).hexdigest() != blob.digest:
            raise BlobAltered(blob.key)
        return content

    def wipe(self, key: str) -> None:
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        name = UUID(hex=key).hex
        return self._folder / name[:2] / f"{name}.blob"
