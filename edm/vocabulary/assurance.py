"""How sure we are that a person is who they say (eIDAS levels of assurance)."""

from enum import StrEnum


class LevelOfAssurance(StrEnum):
    LOW = "Low"
    SUBSTANTIAL = "Substantial"
    HIGH = "High"

    @property
    def rank(self) -> int:
        """Levels are compared by rank: as text, High would come before Low."""
        return list(LevelOfAssurance).index(self)

    def meets(self, minimum: "LevelOfAssurance") -> bool:
        return self.rank >= minimum.rank
