"""Messages as a hostile or a foreign access point would make them: the unsigned parts edited, or signed anew."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from edelivery.as4.envelopes import body_block, messaging_block, security_header, write_envelope
from edelivery.as4.header.writer import write_user_message
from edelivery.as4.messages import UserMessage
from edelivery.as4.mime.writing import write_multipart
from edelivery.as4.packaging import Packed
from edelivery.as4.security.attachments import Attachment
from edelivery.as4.security.encryption import encrypt, write_encryption
from edelivery.as4.security.signing import sign
from tests.edelivery.as4.factories import berlin, lisbon, request_part, user_message

TOKEN = "00000000000000000000000000000000"


@dataclass(frozen=True)
class Forgery:
    """What the forger changes before signing; everything else is as `pack` does it."""

    message: UserMessage
    attachments: dict[str, Attachment]
    header: Callable[[str], str] = lambda xml: xml
    body: str = ""
    signed: tuple[str, ...] | None = None
    encrypted: tuple[str, ...] | None = None

    def post(self) -> tuple[str, bytes]:
        messaging = messaging_block(self.header(write_user_message(self.message)), TOKEN)
        body = body_block(TOKEN, self.body)
        signature = sign((body, messaging), self._chosen(self.signed), signer=lisbon(), token=TOKEN)
        content_key = os.urandom(16)
        hidden = self._chosen(self.encrypted)
        encryption = write_encryption(hidden, recipient=berlin().certificate, content_key=content_key, token=TOKEN)
        envelope = write_envelope(messaging, body, security_header(encryption, signature.xml))
        clear = [(name, (a.octets,)) for name, a in self.attachments.items() if name not in hidden]
        return write_multipart(envelope, [*encrypt(hidden, content_key), *clear], token=TOKEN)

    def _chosen(self, names: tuple[str, ...] | None) -> dict[str, Attachment]:
        return {name: a for name, a in self.attachments.items() if names is None or name in names}


def forged(octets: bytes = b"octets", *, media_type: str = "application/pdf", **changes: object) -> tuple[str, bytes]:
    """A one-part message, uncompressed, with `octets` as they are signed."""
    part = request_part(media_type=media_type, compressed=False)
    forgery = Forgery(user_message(part), {part.content_id: Attachment(media_type, octets)})
    return replace(forgery, **changes).post()


def edited(packed: Packed, edit: Callable[[bytes], bytes]) -> tuple[str, bytes]:
    """The packed message with its envelope changed after signing."""
    changed = edit(packed.signed_header)
    assert changed != packed.signed_header
    return packed.content_type, packed.body.replace(packed.signed_header, changed)


def swapped(packed: Packed, old: str, new: str, count: int = -1) -> tuple[str, bytes]:
    return edited(packed, lambda envelope: envelope.replace(old.encode(), new.encode(), count))


def matched(packed: Packed, pattern: str) -> str:
    """The part of the envelope that the pattern finds."""
    found = re.search(pattern, packed.signed_header.decode(), re.DOTALL)
    assert found is not None
    return found.group()
