"""Where new identifiers come from: UUIDs for the wire, unguessable tokens, short references for people."""

import secrets
from typing import Protocol
from uuid import UUID, uuid4

# No vowels and no look-alikes, so that a reference can be read out and never spells a word.
REFERENCE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ2346789"


class Identifiers(Protocol):
    """Mints what must not repeat."""

    def uuid(self) -> UUID: ...

    def token(self) -> str:
        """At least 256 random bits, URL-safe."""
        ...

    def reference(self) -> str:
        """Six characters and a hyphen, such as K7M-4QX."""
        ...


class RandomIdentifiers:
    def uuid(self) -> UUID:
        return uuid4()

    def token(self) -> str:
        return secrets.token_urlsafe(32)

    def reference(self) -> str:
        letters = [secrets.choice(REFERENCE_ALPHABET) for _ in range(6)]
        return "".join(letters[:3]) + "-" + "".join(letters[3:])


class CountingIdentifiers:
    """The same sequence every time: for tests."""

    def __init__(self) -> None:
        self._count = 0

    def _next(self) -> int:
        self._count += 1
        return self._count

    def uuid(self) -> UUID:
        return UUID(int=self._next() | 4 << 76 | 8 << 60)

    def token(self) -> str:
        return f"token-{self._next():032d}"

    def reference(self) -> str:
        number = self._next()
        letters = []
        for _ in range(6):
            number, rest = divmod(number, len(REFERENCE_ALPHABET))
            letters.append(REFERENCE_ALPHABET[rest])
        return "".join(letters[:3]) + "-" + "".join(letters[3:])
