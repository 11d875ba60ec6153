"""The promise every transport keeps, and which one this installation uses."""

from collections.abc import Mapping
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from deployments.outbound import Answer


class DirectoryTransport(Protocol):
    """Puts one question to one directory."""

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """The answer with its body untouched; raises ServiceUnavailable when none came."""
        ...


def transport() -> DirectoryTransport:
    named = import_string(settings.OOTS["DIRECTORY_TRANSPORT"])
    chosen: DirectoryTransport = named()
    return chosen
