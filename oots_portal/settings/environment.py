"""The single door to the process environment; the start names every offender at once."""

from collections.abc import Mapping
from pathlib import Path

from edm.errors import WrongConfiguration


class Environment:
    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._complaints: list[str] = []

    def text(self, name: str, default: str | None = None) -> str:
        value = self._variables.get(name, default)
        if value is None or value == "":
            self._complaints.append(f"{name} is missing")
            return ""
        return value

    def optional(self, name: str) -> str:
        return self._variables.get(name, "")

    def number(self, name: str, default: str) -> int:
        value = self.text(name, default)
        if not value.isdigit():
            self._complaints.append(f"{name} must be a whole number, not {value!r}")
            return 0
        return int(value)

    def flag(self, name: str, *, default: bool) -> bool:
        value = self._variables.get(name, str(default))
        if value not in {"True", "False"}:
            self._complaints.append(f"{name} must be True or False, not {value!r}")
        return value == "True"

    def folder(self, name: str, default: Path) -> Path:
        return Path(self.text(name, str(default))).expanduser().resolve()

    def refuse_if_incomplete(self) -> None:
        if self._complaints:
            raise WrongConfiguration("; ".join(self._complaints))
