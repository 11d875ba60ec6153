"""Addresses that were put there beforehand: for tests."""

from common_services.queries import Directory
from deployments.model import DirectoryAddress
from edm.errors import WrongConfiguration


class InMemoryAddresses:
    """One table for all instances: whoever holds the class fills it and empties it."""

    known: dict[tuple[Directory, str | None], DirectoryAddress] = {}

    def address_of(self, directory: Directory, country: str | None) -> DirectoryAddress:
        found = self.known.get((directory, country)) or self.known.get((directory, None))
        if found is None:
            raise WrongConfiguration(f"No address of {directory} is known for {country}.")
        return found
