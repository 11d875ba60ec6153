"""The broker of one machine: Kombu's folder of files, in which a message appears whole or not at all.

Kombu creates the file under its final name and writes it then; a consumer that looks in between takes an empty
message, and the worker dies of it.
"""

from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: dict[str, Any], **_: Any) -> None:  # type: ignore[override]
        folder = Path(self.data_folder_out)
        # A name without the queue's ending is nobody's message.
        unfinished = folder / f"unfinished-{uuid4()}"
        unfinished.write_bytes(str_to_bytes(dumps(payload)))
        unfinished.replace(folder / f"{round(monotonic() * 1000)}_{uuid4()}.{queue}.msg")


class Transport(filesystem.Transport):
    Channel = Channel
