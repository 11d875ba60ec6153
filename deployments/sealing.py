"""Encryption at rest and keyed fingerprints, with keys that live as files beside the database.

AES-256-GCM: `key id (1 byte) || nonce (12) || ciphertext || tag (16)`; the caller's context is authenticated,
so that a sealed value moved to another row does not open.
"""

import hashlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from edm.errors import WrongConfiguration

KEY_ID = b"\x01"
NONCE = 12


class Sealer:
    """Seals bytes and computes blind indexes; one per state folder."""

    def __init__(self, *, sealing_key: bytes, index_key: bytes) -> None:
        self._cipher = AESGCM(sealing_key)
        self._index_key = index_key

    def seal(self, plain: bytes, *, context: str) -> bytes:
        nonce = os.urandom(NONCE)
        return KEY_ID + nonce + self._cipher.encrypt(nonce, plain, context.encode())

    def open(self, sealed: bytes, *, context: str) -> bytes:
        """The plain bytes; WrongConfiguration when the key or the context is another."""
        if sealed[:1] != KEY_ID:
            raise WrongConfiguration("A sealed value names an unknown key.")
        try:
            return self._cipher.decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], context.encode())
        except InvalidTag as fault:
            raise WrongConfiguration("A sealed value does not open with this deployment's key.") from fault

    def blind_index(self, canonical: str, *, purpose: str) -> str:
        """Leaks equality and nothing else; 64 hexadecimal characters."""
        return hmac.new(self._index_key, f"{purpose}\x00{canonical}".encode(), hashlib.sha256).hexdigest()


def token_hash(token: str) -> str:
    """How an unguessable token is stored: SHA-256, hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def secret_file(path: Path, *, size: int = 32) -> bytes:
    """The secret kept in `path`, made at first use with mode 0600."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text().strip())
    secret = secrets.token_bytes(size)
    with os.fdopen(descriptor, "w") as file:
        file.write(secret.hex())
        file.flush()
        os.fsync(file.fileno())
    return secret


@cache
def sealer_of(state_folder: Path) -> Sealer:
    """The sealer of one state folder; its two keys are separate files."""
    folder = state_folder / "secrets"
    return Sealer(sealing_key=secret_file(folder / "sealing.key"), index_key=secret_file(folder / "index.key"))
