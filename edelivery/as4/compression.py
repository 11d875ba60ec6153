"""The AS4 compression feature: gzip, reproducible when written, bounded when read (reference 6)."""

import gzip
import zlib

from edelivery.as4.errors import DECOMPRESSION_FAILURE, As4Error

GZIP = "application/gzip"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def compress(content: bytes) -> bytes:
    """No time inside: the same content gives the same octets."""
    return gzip.compress(content, compresslevel=6, mtime=0)


def decompress(content: bytes, *, limit: int) -> bytes:
    """All gzip members together within `limit` octets; anything after the last member is refused."""
    pieces: list[bytes] = []
    while True:
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            # One octet more than allowed tells a bomb from a content that just fits.
            piece = member.decompress(content, limit + 1)
        except zlib.error as error:
            raise _failure() from error
        limit -= len(piece)
        if limit < 0 or not member.eof:
            raise _failure()
        pieces.append(piece)
        content = member.unused_data
        if not content:
            return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _failure() -> As4Error:
    return As4Error(DECOMPRESSION_FAILURE, "A part cannot be decompressed.")
