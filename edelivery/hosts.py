"""Hosts as they are compared: lower case, the port only where it is not that of HTTPS."""

from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """`host` or `host:port` of an https address; empty when there is none."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return host if parts.port in {None, 443} else f"{host}:{parts.port}"
