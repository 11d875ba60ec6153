"""What can be walked: who, where, what they do, and how the exchange must end."""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What the citizen does on the providing country's page."""

    SEND = "send"
    REFUSE = "keep"
    WAIT = "wait"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """`states` are the public states the exchanges must end in, one per exchange; `pieces` and `messages` count for each."""

    name: str
    tells: str
    portal: str = "PT"
    eid_country: str = "DE"
    persona: str = "P1"
    document_country: str = "DE"
    decision: Decision = Decision.SEND
    states: tuple[str, ...] = ("delivered",)
    pieces: tuple[int, ...] = (1,)
    messages: tuple[int, ...] = (4,)
    error_code: str = ""


SCENARIOS = (
    Scenario(name="approved", tells="a student sends her diploma from Germany to Portugal"),
    Scenario(
        name="refused",
        tells="the student looks and does not send it",
        decision=Decision.REFUSE,
        states=("declined",),
        pieces=(0,),
    ),
    Scenario(
        name="nothing-found",
        tells="the register knows the person and holds no such document",
        eid_country="EL",
        persona="P2",
        decision=Decision.NONE,
        states=("nothing_found",),
        pieces=(0,),
        messages=(2,),
    ),
    Scenario(
        name="no-unique-match",
        tells="two records fit, so the register answers as if there were none",
        eid_country="IT",
        persona="P11",
        decision=Decision.NONE,
        states=("failed",),
        pieces=(0,),
        messages=(2,),
        error_code="EDM:ERR:0004",
    ),
    Scenario(
        name="timeout",
        tells="the student opens the preview and never decides (clocks in seconds)",
        portal="ES",
        document_country="EL",
        decision=Decision.WAIT,
        states=("failed",),
        pieces=(0,),
        error_code="EDM:ERR:0005",
    ),
    Scenario(
        name="structured",
        tells="Estonia sends structured data with a readable version",
        document_country="EE",
        pieces=(2,),
    ),
    Scenario(
        name="two-together",
        tells="France proves it with two documents, one exchange after the other",
        document_country="FR",
        states=("delivered", "delivered"),
        pieces=(1, 1),
        messages=(4, 4),
    ),
)


def scenario_called(name: str) -> Scenario | None:
    return next((scenario for scenario in SCENARIOS if scenario.name == name), None)
