"""Writes what crossed HTTP into a folder that only its owner can read."""

import json
import os
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")


def write_trace(folder: Path, wires: list[dict[str, Any]]) -> None:
    """`NN-ACTION/` with `body`, `receipt` and each decrypted part, and `index.json` over all."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    index = [_write_message(folder, number, wire) for number, wire in enumerate(wires, start=1)]
    _write(folder / "index.json", json.dumps(index, indent=2).encode())


def _write_message(folder: Path, number: int, wire: dict[str, Any]) -> dict[str, Any]:
    place = folder / f"{number:02}-{_safe(wire['action'])}"
    place.mkdir(mode=0o700, exist_ok=True)
    _write(place / "body", b64decode(wire["body"]))
    if wire["receipt"] is not None:
        _write(place / "receipt", b64decode(wire["receipt"]))
    for position, part in enumerate(wire["parts"], start=1):
        _write(place / f"part-{position}", b64decode(part["content"]))
    return {
        "message_id": wire["message_id"],
        "action": wire["action"],
        "sender": wire["sender"],
        "receiver": wire["receiver"],
        "receipt": wire["receipt_verdict"],
        "content_type": wire["content_type"],
        "folder": place.name,
        "parts": [{"content_id": p["content_id"], "media_type": p["media_type"]} for p in wire["parts"]],
    }


def _safe(name: str) -> str:
    return UNSAFE.sub("-", name)[:60]


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
