"""The port: one question, answered by whatever the deployment is set up with."""

from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from common_services.queries import Directory
from deployments.model import DirectoryAddress


class DirectoryAddresses(Protocol):
    def address_of(self, directory: Directory, country: str | None) -> DirectoryAddress:
        """The address of the service for `country`; for None, of the directory that answers for all."""
        ...


def addresses() -> DirectoryAddresses:
    """The adapter that `OOTS["DIRECTORY_ADDRESSES"]` names."""
    return cast(DirectoryAddresses, import_string(settings.OOTS["DIRECTORY_ADDRESSES"])())
