"""Hosts as they are compared: lower case, the port only where it is not that of HTTPS."""

from urllib.parse import urlsplit

HTTPS_PORT = 443


def host_of(url: str) -> str:
    """`host` or `host:port` of an address; empty when it has none."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    return host if port in {None, HTTPS_PORT} else f"{host}:{port}"
