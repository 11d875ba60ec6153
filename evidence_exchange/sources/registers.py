"""The registers this installation uses, by dotted path in `settings.OOTS`."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from evidence_exchange.sources.base import Registers

SANDBOX = "evidence_exchange.sources.toml_file.TomlRegisters"


def registers() -> Registers:
    return _registers(settings.OOTS.get("REGISTERS", SANDBOX))


@cache
def _registers(path: str) -> Registers:
    made: Registers = import_string(path)()
    return made
