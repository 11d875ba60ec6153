"""Which identifiers may stand in a header, and so in the lines of a MIME part (reference 3 and 4.2)."""

import re

from edelivery.as4.messages import Part, UserMessage
from edm.errors import CallerMistake

MESSAGE_ID = re.compile(r"[!-;=?-~]{1,255}")
_CONTENT_ID = re.compile(r"[A-Za-z0-9._~+=-]+(@[A-Za-z0-9.-]+)?")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?[a-z]+=[A-Za-z0-9_.+-]+)*")
_OF_THE_GATEWAY = ("MimeType", "CompressionType")


def refuse_unless_writable(message: UserMessage) -> None:
    """Raises CallerMistake for a message no peer would accept."""
    if not MESSAGE_ID.fullmatch(message.message_id):
        raise CallerMistake("A message identifier is printable ASCII of at most 255 characters.")
    if len({part.content_id for part in message.parts}) != len(message.parts):
        raise CallerMistake("Two parts have the same content id.")
    if len({item.name for item in message.properties}) != len(message.properties):
        raise CallerMistake("A message property is given twice.")
    for part in message.parts:
        _refuse_part_unless_writable(part)


def _refuse_part_unless_writable(part: Part) -> None:
    if not _CONTENT_ID.fullmatch(part.content_id):
        raise CallerMistake("A content id needs no encoding anywhere.")
    if not _MEDIA_TYPE.fullmatch(part.media_type):
        raise CallerMistake("A part has a media type.")
    if any(item.name in _OF_THE_GATEWAY for item in part.properties):
        raise CallerMistake("MimeType and CompressionType are set by the access point.")
