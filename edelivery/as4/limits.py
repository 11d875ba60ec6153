"""How much a stranger may make us read (edelivery reference 11)."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds checked before anything is trusted."""

    body: int = 100 * MEBIBYTE
    decompressed: int = 250 * MEBIBYTE
    attachments: int = 30
    soap_part: int = MEBIBYTE
    part_header: int = 8 * 1024
    depth: int = 40
    namespaces: int = 1000  # canonicalisation takes the square of their number


DEFAULT_LIMITS = Limits()
