"""The thread in the margin: the citizen's journey through both countries, drawn by `parts/thread.html`."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Stop:
    label: str | Promise
    is_done: bool = False
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """The stops in one country; without a country, somewhere abroad."""

    country: str
    stops: tuple[Stop, ...]

    @property
    def is_here(self) -> bool:
        return any(stop.is_here for stop in self.stops)

    @property
    def is_ahead(self) -> bool:
        return not any(stop.is_here or stop.is_done for stop in self.stops)


@dataclass(frozen=True, slots=True)
class Thread:
    legs: tuple[Leg, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stop for leg in self.legs for stop in leg.stops)

    @property
    def here(self) -> Stop | None:
        return next((stop for stop in self.stops if stop.is_here), None)

    @property
    def number(self) -> int:
        return next((number for number, stop in enumerate(self.stops, 1) if stop.is_here), 0)
