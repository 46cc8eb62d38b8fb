"""What a bench yields, and how a thing is timed."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Figure(NamedTuple):
    """One line of the table: milliseconds of the kit, of its floor, and the ratio aimed at if there is one.

    A floor that is not on this machine has no milliseconds.
    """

    what: str
    kit_ms: float
    floor: str
    floor_ms: float | None
    aim: float | None


def once_ms(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median of so many runs, after one that is not counted."""
    work()
    return statistics.median(once_ms(work) for _ in range(times))
