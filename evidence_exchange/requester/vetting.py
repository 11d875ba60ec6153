"""Is a preview location one to send a citizen to (X11)?"""

from urllib.parse import urlsplit

from edelivery import service as edelivery
from edm.vocabulary.parties import PartyId

NOT_HTTPS = "not_https"
MALFORMED = "malformed"
FOREIGN_HOST = "foreign_host"
HTTPS_PORT = 443


def host_of_location(location: str) -> str:
    """The host, with its port where that is not the usual one."""
    parts = urlsplit(location)
    port = "" if parts.port in {None, HTTPS_PORT} else f":{parts.port}"
    return f"{parts.hostname or ''}{port}"


def reason_not_to_follow(location: str, sender: PartyId) -> str:
    """Empty when it may be followed: https, plain, and on a host of the access point that sent it."""
    try:
        parts = urlsplit(location)
        host = host_of_location(location)
    except ValueError:
        return MALFORMED
    if parts.scheme != "https":
        return NOT_HTTPS
    # Browsers read a backslash as a slash and drop control characters: what they see must be what we checked.
    if parts.username is not None or parts.password is not None or not parts.hostname or not location.isascii():
        return MALFORMED
    if "\\" in location or any(character.isspace() or not character.isprintable() for character in location):
        return MALFORMED
    return "" if host in edelivery.preview_hosts(sender) else FOREIGN_HOST
