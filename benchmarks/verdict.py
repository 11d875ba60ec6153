"""A measured figure and the bound it has to keep."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float
    unit: str
    bound: float | None = None

    @property
    def is_kept(self) -> bool:
        return self.bound is None or self.value <= self.bound

    def __str__(self) -> str:
        line = f"{self.name:<64} {self.value:>10.3f} {self.unit}"
        if self.bound is None:
            return line
        return f"{line:<86} at most {self.bound:g}: {'kept' if self.is_kept else 'BROKEN'}"
