"""`make bench`: every figure, then 1 if a bound is broken. `python -m benchmarks NAME…` runs some."""

import sys
from collections.abc import Callable, Iterator

from benchmarks import as4_library, exchange, recovery, start
from benchmarks.verdict import Figure

SUITES: dict[str, Callable[[], Iterator[Figure]]] = {
    "as4": as4_library.figures,
    "start": start.figures,
    "exchange": exchange.figures,
    "recovery": recovery.figures,
}


def main(names: list[str]) -> int:
    kept = True
    for name in names or list(SUITES):
        for figure in SUITES[name]():
            print(figure, flush=True)
            kept = kept and figure.is_kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
