"""The lines of the Exchange Data Model, each answering named questions about itself (EDM reference 9)."""

from dataclasses import dataclass

from edm.errors import CorrespondentFault


@dataclass(frozen=True, slots=True, kw_only=True)
class EdmLine:
    """One line of the model: patch releases share it, no chapter ranks the lines."""

    number: str
    specification: str
    announced_in_header: bool
    has_return_location: bool
    has_packages: bool
    procedure_is_plain_text: bool

    def __str__(self) -> str:
        return self.number


V1_0 = EdmLine(
    number="1.0",
    specification="oots-edm:v1.0",
    announced_in_header=False,
    has_return_location=False,
    has_packages=False,
    procedure_is_plain_text=False,
)
V1_2 = EdmLine(
    number="1.2",
    specification="oots-edm:v1.2",
    announced_in_header=False,
    has_return_location=False,
    has_packages=False,
    procedure_is_plain_text=False,
)
V2_0 = EdmLine(
    number="2.0",
    specification="oots-edm:v2.0",
    announced_in_header=True,
    has_return_location=True,
    has_packages=True,
    procedure_is_plain_text=True,
)

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
