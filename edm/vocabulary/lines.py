"""The lines of the Exchange Data Model: patch releases share one, no chapter ranks them (EDM reference 0.2, 9)."""

from dataclasses import dataclass

from edm.errors import CorrespondentFault


@dataclass(frozen=True, slots=True)
class EdmLine:
    """One line; what it does differently from another is asked of it by name."""

    number: str
    specification: str
    announced_in_header: bool

    def __str__(self) -> str:
        return self.number


V1_0 = EdmLine("1.0", "oots-edm:v1.0", announced_in_header=False)
V1_2 = EdmLine("1.2", "oots-edm:v1.2", announced_in_header=False)
V2_0 = EdmLine("2.0", "oots-edm:v2.0", announced_in_header=True)

KNOWN_LINES = (V2_0, V1_2, V1_0)
SPOKEN_LINES = (V2_0,)


def known_line(specification: str) -> EdmLine | None:
    """The line behind a SpecificationIdentifier, also one that is not spoken here; None when nobody knows it."""
    return next((line for line in KNOWN_LINES if line.specification == specification), None)


def spoken_line(specification: str, *, rule: str | None = None) -> EdmLine:
    """The line a message announces; a fault that names it when it is not spoken here."""
    line = known_line(specification)
    if line in SPOKEN_LINES:
        return line
    spoken = ", ".join(line.specification for line in SPOKEN_LINES)
    raise CorrespondentFault(f"The message is written in {specification[:40]!r}; spoken here: {spoken}.", rule=rule)
