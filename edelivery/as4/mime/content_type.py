"""Content types with their parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from edelivery.as4.errors import MIME_INCONSISTENCY, As4Error

TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - the token of RFC 2045
_MEDIA_TYPE = re.compile(rf"\s*({TOKEN}/{TOKEN})\s*")
# Some senders leave boundaries and content ids unquoted although RFC 2045 wants them quoted.
_PARAMETER = re.compile(rf';\s*(?:({TOKEN})\s*=\s*(?:"((?:[^"\\\r\n]|\\[^\r\n])*)"|([^\s;"]+))\s*)?')


@dataclass(frozen=True, slots=True)
class ContentType:
    """A media type in lower case, parameter names in lower case, values as written."""

    media_type: str
    parameters: Mapping[str, str]

    @property
    def is_composite(self) -> bool:
        return self.media_type.startswith(("multipart/", "message/"))


@lru_cache(maxsize=64)
def read_content_type(value: str) -> ContentType:
    """Raises As4Error for what cannot be understood in one way only."""
    start = _MEDIA_TYPE.match(value)
    if start is None:
        raise _refusal()
    position = start.end()
    parameters: dict[str, str] = {}
    while position < len(value):
        found = _PARAMETER.match(value, position)
        if found is None:
            raise _refusal()
        position = found.end()
        name, quoted, plain = found.groups()
        if name is None:
            continue
        if name.lower() in parameters:
            raise _refusal()
        parameters[name.lower()] = _unescaped(quoted) if quoted is not None else plain
    return ContentType(start.group(1).lower(), parameters)


def _unescaped(quoted: str) -> str:
    return re.sub(r"\\(.)", r"\1", quoted) if "\\" in quoted else quoted


def _refusal() -> As4Error:
    return As4Error(MIME_INCONSISTENCY, "A Content-Type cannot be read.")
